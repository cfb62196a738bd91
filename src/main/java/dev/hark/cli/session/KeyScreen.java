package dev.hark.cli.session;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jline.utils.WCWidth;

/**
 * What stands in a terminal whose keys are read singly: finished lines, and on the last row what is
 * typed. A long text goes on in a new row before the terminal would wrap it, and no row is ever
 * changed but the last: screen readers then read just what is new. Safe for use by several threads.
 */
final class KeyScreen {
  private static final int NEAR_THE_END = 12;

  private final Consumer<String> raw;
  private final IntSupplier width;

  /** Index in the text of the row's first character, and what the row shows. */
  private int rowFrom;

  private String row = "";

  /** Where in the row the cursor stands. */
  private int rowAt;

  /**
   * @param raw writes to the terminal at once
   * @param width columns, asked for each time
   */
  KeyScreen(Consumer<String> raw, IntSupplier width) {
    this.raw = raw;
    this.width = width;
  }

  /** A finished line, in rows that end between words; what is typed goes on in the row after it. */
  synchronized void line(String text) {
    StringBuilder out = new StringBuilder(row.isEmpty() ? "" : "\n");
    int from = 0;
    while (columns(text.substring(from)) > limit()) {
      int full = from;
      int used = 0;
      while (used + columns(text.codePointAt(full)) <= limit()) {
        used += columns(text.codePointAt(full));
        full = text.offsetByCodePoints(full, 1);
      }
      int space = text.lastIndexOf(' ', full);
      int to = space > from ? space : full;
      out.append(text, from, to).append('\n');
      from = space > from ? to + 1 : to;
    }
    raw.accept(out.append(text, from, text.length()).append('\n').toString());
    rowFrom += row.length();
    row = "";
    rowAt = 0;
  }

  /** Typing begins, in an empty row, behind {@code text}. */
  synchronized void begin(String text) {
    rowFrom = text.length();
    row = "";
    rowAt = 0;
  }

  /** Typing is over; the next line has a row of its own. */
  synchronized void end() {
    if (!row.isEmpty()) {
      raw.accept("\n");
    }
    begin("");
  }

  /**
   * Shows a text that was changed near the place to type at.
   *
   * @param at where the cursor belongs
   */
  synchronized void show(String text, int at) {
    StringBuilder out = new StringBuilder();
    if (at < rowFrom || rowFrom > text.length()) {
      newRow(out, startFor(text, at));
    }
    int end = rowEnd(text);
    while (at > end) {
      change(out, text.substring(rowFrom, end), end - rowFrom);
      newRow(out, end);
      end = rowEnd(text);
    }
    change(out, text.substring(rowFrom, end), at - rowFrom);
    raw.accept(out.toString());
  }

  private int limit() {
    return Math.max(20, width.getAsInt() <= 0 ? 80 : width.getAsInt()) - 1;
  }

  private void newRow(StringBuilder out, int from) {
    if (!row.isEmpty()) {
      out.append('\n');
    }
    rowFrom = from;
    row = "";
    rowAt = 0;
  }

  /** A place before {@code at} from which half a row leads to it, at the start of a word. */
  private int startFor(String text, int at) {
    int from = Math.max(0, Math.min(at, text.length()) - limit() / 2);
    int space = text.indexOf(' ', from);
    return from == 0 || space < 0 || space >= at ? from : space + 1;
  }

  /** Where in the text the row ends: behind the first space near its end, else where it is full. */
  private int rowEnd(String text) {
    int end = rowFrom;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += columns(c);
      if (used >= limit() && end > rowFrom) {
        return end;
      }
      end += Character.charCount(c);
      if (c == ' ' && used >= limit() - NEAR_THE_END) {
        return end;
      }
    }
    return end;
  }

  /** Turns what the row shows into {@code now}, by backspaces and overwriting. */
  private void change(StringBuilder out, String now, int at) {
    int same = 0;
    while (same < row.length() && same < now.length() && row.charAt(same) == now.charAt(same)) {
      same++;
    }
    if (row.equals(now)) {
      same = Math.min(at, now.length());
    }
    move(out, row, rowAt, same);
    if (!row.equals(now)) {
      out.append(now, same, now.length());
      int left = columns(row.substring(same)) - columns(now.substring(same));
      if (left > 0) {
        out.repeat(' ', left).repeat('\b', left);
      }
      move(out, now, now.length(), at);
    }
    row = now;
    rowAt = at;
  }

  private static void move(StringBuilder out, String text, int from, int to) {
    if (to < from) {
      out.repeat('\b', columns(text.substring(to, from)));
    } else {
      out.append(text, from, to);
    }
  }

  private static int columns(String text) {
    return text.codePoints().map(KeyScreen::columns).sum();
  }

  private static int columns(int codePoint) {
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }
}
