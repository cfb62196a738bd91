package dev.hark.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What engines need of any text: that it is clean, whether there is something to say, its pieces.
 */
public final class PlainText {
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\n\\u200c\\u200d]]+");

  /** Where people breathe: after a sentence, then after a part of one, then between words. */
  private static final List<Pattern> BREATHS =
      List.of(
          Pattern.compile("(?:(?<!\\b\\p{Lu}\\p{Ll}{0,2})[.!?।…][\"'”’)\\]]*\\s+)|\\n\\s*"),
          Pattern.compile("[,;:—–)]\\s+"),
          Pattern.compile("\\s+"));

  private PlainText() {}

  /** The text without what is no character of any script, each a blank. */
  public static String clean(String text) {
    return UNSPEAKABLE.matcher(text).replaceAll(" ");
  }

  /** Whether an engine that makes no sound of it has failed. */
  public static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * Cuts a text where people breathe, so that the first piece is heard soon. Short texts stay
   * whole.
   *
   * @param first most characters of the first piece
   * @param most most characters of the others
   * @return in order, none blank
   */
  public static List<String> pieces(String text, int first, int most) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty()) {
      int cut = cut(rest, pieces.isEmpty() ? first : most);
      pieces.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    return List.copyOf(pieces);
  }

  private static int cut(String text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    for (Pattern breath : BREATHS) {
      Matcher matcher = breath.matcher(text).region(0, most).useTransparentBounds(true);
      int last = -1;
      while (matcher.find()) {
        last = matcher.end();
      }
      if (last > 0) {
        return last;
      }
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
