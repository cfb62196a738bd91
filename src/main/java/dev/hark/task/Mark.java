package dev.hark.task;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody who writes down speech puts in the place of words. The marks are the same in every
 * language, stand in square brackets, and are no words when answers are compared or merged.
 */
public enum Mark {
  /** Something is said that cannot be understood. */
  UNCLEAR("[unclear]"),
  /** Nobody speaks. */
  NO_SPEECH("[no speech]"),
  /** Several people speak at once. */
  SEVERAL_SPEAKERS("[several speakers]");

  private static final Pattern ANY =
      Pattern.compile(Arrays.stream(values()).map(Mark::pattern).collect(Collectors.joining("|")));

  private final String written;

  Mark(String written) {
    this.written = written;
  }

  private String pattern() {
    return "(?i:" + Pattern.quote(written).replace(" ", "\\E\\s+\\Q") + ")";
  }

  /** As it stands in an answer, such as {@code [unclear]}. */
  public String written() {
    return written;
  }

  /** Whether an answer has this mark, in whatever case. */
  public boolean in(String answer) {
    return Pattern.compile(pattern()).matcher(answer).find();
  }

  /** An answer without this mark, however often it has it. */
  public String takenFrom(String answer) {
    return answer.replaceAll(pattern(), " ").replaceAll("\\s+", " ").strip();
  }

  /** The marks of an answer, each once. */
  public static List<Mark> of(String answer) {
    return Arrays.stream(values()).filter(mark -> mark.in(answer)).toList();
  }

  /** What stands between white space in an answer, each without marks; empty for a mark alone. */
  public static List<String> words(String answer) {
    String bare = ANY.matcher(answer).replaceAll(mark -> " ".repeat(mark.group().length()));
    return Answer.WORD
        .matcher(answer)
        .results()
        .map(word -> bare.substring(word.start(), word.end()).strip())
        .toList();
  }

  /** The words of an answer, without its marks. */
  public static String without(String answer) {
    return ANY.matcher(answer).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
