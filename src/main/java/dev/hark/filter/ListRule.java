package dev.hark.filter;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a list of what is blocked or included.
 *
 * @param kind what it is about
 * @param value a requester's id or name, a group's id or title, words, or a pattern in which {@code
 *     *} stands for anything
 * @param note what else a person should hear of it, such as the name to an id; may be empty
 */
public record ListRule(Kind kind, String value, String note) {
  private static final int MOST = 200;
  private static final String NOTE = "  # ";

  public ListRule {
    value = plain(value);
    note = plain(note);
    String key = fault(kind, value);
    if (!key.isEmpty()) {
      throw new Fault.Usage(Sentence.of(key, kind.word(), value, MOST));
    }
  }

  public ListRule(Kind kind, String value) {
    this(kind, value, "");
  }

  /** What a rule is about. */
  public enum Kind {
    REQUESTER,
    GROUP,
    WORD,
    PATTERN;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word.strip().toLowerCase(Locale.ROOT)))
          .findFirst();
    }

    public static List<String> words() {
      return Arrays.stream(values()).map(Kind::word).toList();
    }
  }

  /** The same rule, whatever its note and its capital letters. */
  public boolean isLike(ListRule other) {
    return kind == other.kind && small(value).equals(small(other.value));
  }

  /** As it stands in a file, such as {@code requester: Quick Ads}. */
  public String line() {
    return kind.word() + ": " + value + (note.isEmpty() ? "" : NOTE + note);
  }

  /** "the requester Quick Ads", "the word casino". */
  public Sentence words() {
    return Sentence.of("lists.kind." + kind.word(), note.isEmpty() ? value : note);
  }

  /** What {@link #line} made; throws {@code Fault.Usage} where the value is none. */
  static ListRule read(Kind kind, String rest) {
    int note = rest.indexOf(NOTE);
    return note < 0
        ? new ListRule(kind, rest)
        : new ListRule(kind, rest.substring(0, note), rest.substring(note + NOTE.length()));
  }

  static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String fault(Kind kind, String value) {
    if (value.isEmpty()) {
      return "lists.nothing";
    }
    if (value.length() > MOST) {
      return "lists.too-long";
    }
    return kind == Kind.PATTERN && value.replace("*", "").isBlank() ? "lists.everything" : "";
  }

  /** One line without control characters and without those that turn the direction of writing. */
  private static String plain(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip()
        .replaceAll("\\s+", " ");
  }
}
