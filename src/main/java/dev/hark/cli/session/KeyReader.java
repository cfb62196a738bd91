package dev.hark.cli.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Makes keys of what a terminal sends. Knows the sequences of xterm and its relatives, rxvt, the
 * Linux console, screen and tmux. Used by one thread.
 */
final class KeyReader {
  /** Longest pause inside one sequence; a lone Escape is known after it. */
  private static final int SEQUENCE_MILLIS = 60;

  private static final int NONE = -2;
  private static final int LONGEST_PASTE = 100_000;
  private static final Key UNKNOWN = new Key.Named("unknown");

  /** After {@code ESC [} and a number, before the tilde. */
  private static final Map<String, String> TILDE =
      Map.ofEntries(
          Map.entry("1", "home"),
          Map.entry("3", "delete"),
          Map.entry("4", "end"),
          Map.entry("5", "pageup"),
          Map.entry("6", "pagedown"),
          Map.entry("7", "home"),
          Map.entry("8", "end"),
          Map.entry("11", "f1"),
          Map.entry("12", "f2"),
          Map.entry("13", "f3"),
          Map.entry("14", "f4"),
          Map.entry("15", "f5"),
          Map.entry("17", "f6"),
          Map.entry("18", "f7"),
          Map.entry("19", "f8"),
          Map.entry("20", "f9"),
          Map.entry("21", "f10"),
          Map.entry("23", "f11"),
          Map.entry("24", "f12"));

  /** After {@code ESC [} or {@code ESC O}. */
  private static final Map<Character, String> LETTER =
      Map.of(
          'A', "up", 'B', "down", 'C', "right", 'D', "left", 'H', "home", 'F', "end", 'P', "f1",
          'Q', "f2", 'R', "f3", 'S', "f4");

  private static final Map<Integer, String> CONTROL =
      Map.ofEntries(
          Map.entry(1, "home"),
          Map.entry(4, "ctrl-d"),
          Map.entry(5, "end"),
          Map.entry(7, "ctrl-g"),
          Map.entry(8, "backspace"),
          Map.entry(10, "enter"),
          Map.entry(11, "ctrl-k"),
          Map.entry(12, "ctrl-l"),
          Map.entry(13, "enter"),
          Map.entry(14, "ctrl-n"),
          Map.entry(15, "ctrl-o"),
          Map.entry(18, "ctrl-r"),
          Map.entry(21, "ctrl-u"),
          Map.entry(23, "ctrl-w"),
          Map.entry(127, "backspace"));

  /** After {@code ESC [ 1 ; 5}: with the control key held. */
  private static final Map<Character, String> WITH_CONTROL =
      Map.of('C', "ctrl-right", 'D', "ctrl-left", 'H', "ctrl-home", 'F', "ctrl-end");

  /** Where characters come from. */
  @FunctionalInterface
  interface Source {
    /**
     * @return a UTF-16 unit, -1 at the end, -2 where none came in time
     */
    int read(long millis) throws IOException;
  }

  private final Source source;
  private final Deque<Integer> again = new ArrayDeque<>();

  KeyReader(Source source) {
    this.source = source;
  }

  /** The next key; {@link Key.Nothing} where none came. */
  Key next(Duration bound) throws IOException {
    int c = read(bound.toMillis());
    return switch (c) {
      case -1 -> new Key.End();
      case NONE -> new Key.Nothing();
      case 27 -> escape();
      case 9 -> new Key.Named("tab");
      default -> plain(c);
    };
  }

  private Key plain(int c) throws IOException {
    if (CONTROL.containsKey(c)) {
      return new Key.Named(CONTROL.get(c));
    }
    if (Character.isISOControl(c)) {
      return UNKNOWN;
    }
    if (Character.isHighSurrogate((char) c)) {
      int low = read(SEQUENCE_MILLIS);
      return low < 0 ? UNKNOWN : new Key.Letter(Character.toCodePoint((char) c, (char) low));
    }
    return new Key.Letter(c);
  }

  private Key escape() throws IOException {
    int c = read(SEQUENCE_MILLIS);
    return switch (c) {
      case '[' -> bracket();
      case 'O' -> letter(read(SEQUENCE_MILLIS));
      default -> {
        if (c != NONE) {
          again.push(c);
        }
        yield new Key.Named("escape");
      }
    };
  }

  private Key bracket() throws IOException {
    StringBuilder numbers = new StringBuilder();
    int c = read(SEQUENCE_MILLIS);
    if (c == '[') {
      int console = read(SEQUENCE_MILLIS);
      return console >= 'A' && console <= 'E' ? new Key.Named("f" + (console - 'A' + 1)) : UNKNOWN;
    }
    while (c >= 0x20 && c < 0x40 && numbers.length() < 20) {
      numbers.append((char) c);
      c = read(SEQUENCE_MILLIS);
    }
    if (c == '~' && numbers.toString().equals("200")) {
      return paste();
    }
    if (c == '~') {
      String name = TILDE.get(numbers.toString());
      return name == null ? UNKNOWN : new Key.Named(name);
    }
    if (numbers.toString().equals("1;5") && c > 0) {
      String name = WITH_CONTROL.get((char) c);
      return name == null ? UNKNOWN : new Key.Named(name);
    }
    return numbers.isEmpty() ? letter(c) : UNKNOWN;
  }

  private static Key letter(int c) {
    String name = c < 0 ? null : LETTER.get((char) c);
    return name == null ? UNKNOWN : new Key.Named(name);
  }

  private Key paste() throws IOException {
    StringBuilder text = new StringBuilder();
    String end = "\u001b[201~";
    while (text.length() < LONGEST_PASTE) {
      int c = read(1000);
      if (c < 0) {
        break;
      }
      text.append((char) c);
      if (text.length() >= end.length() && text.indexOf(end, text.length() - end.length()) >= 0) {
        text.setLength(text.length() - end.length());
        break;
      }
    }
    return new Key.Pasted(text.toString());
  }

  private int read(long millis) throws IOException {
    return again.isEmpty() ? source.read(millis) : again.pop();
  }
}
