package dev.hark.review;

import dev.hark.fault.Sentence;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes words that anybody may have written fit to be shown to everybody: contact data give way to
 * a plain word, markup and characters that steer a screen or a voice are taken out. What was
 * written is kept elsewhere. Errs to the careful side: a long number may be taken for a telephone
 * number.
 */
public final class Screening {
  /** What was taken out. */
  public enum Mask {
    MAIL("(e-mail address)"),
    PHONE("(telephone number)"),
    WEB("(web address)"),
    HANDLE("(account name)");

    private final String text;

    Mask(String text) {
      this.text = text;
    }

    /** What stands in its place, in whatever language the rest is. */
    public String text() {
      return text;
    }

    /** The same in the listener's language. */
    public Sentence words() {
      return Sentence.of("review.mask." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** No repetition within a repetition that could match the same: none of them takes long. */
  private static final Pattern TAG = Pattern.compile("<[/!?\\p{L}][^<>]{0,500}>?");

  private static final String AT = "(?:@|\\s?[(\\[{]\\s?(?:at|@)\\s?[)\\]}]\\s?|\\s(?:at|AT)\\s)";
  private static final String DOT =
      "(?:\\.|\\s?[(\\[{]\\s?(?:dot|punt|\\.)\\s?[)\\]}]\\s?|\\sdot\\s)";

  private static final Pattern MAILS =
      Pattern.compile(
          "(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,64}"
              + AT
              + "[\\p{L}\\d-]{1,63}(?:"
              + DOT
              + "[\\p{L}\\d-]{1,63}){0,4}"
              + DOT
              + "\\p{L}{2,24}(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LINKS =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:[a-z][a-z0-9+.-]{1,20}:\\s?//|mailto:|www\\.)\\S{1,2000}"
              + "|(?<![\\p{L}\\d.@-])(?:[\\p{L}\\d-]{1,63}\\.){1,4}"
              + "(?:com|org|net|info|biz|io|nl|de|be|fr|uk|eu|us|ru|cn|in|app|dev|me|ly|gg|tv|xyz|site"
              + "|online|shop|link|club|onion)(?![\\p{L}\\d-])(?:[/?#]\\S{0,2000})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HANDLES =
      Pattern.compile(
          "(?<![\\p{L}\\d@])@[\\p{L}\\d_.]{2,40}"
              + "|(?<![\\p{L}\\d])(?:whatsapp|telegram|signal|skype|discord|instagram|snapchat|wechat"
              + "|facebook|twitter)\\s?(?:id|name|naam)?\\s?[:=]\\s?\\S{2,60}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PHONES =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}])(?:\\+\\s?)?\\(?\\p{Nd}(?:[\\s().\\-/]{0,3}\\p{Nd}){6,17}(?![\\p{L}\\d])");

  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?!\\d).{0,8}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");

  private Screening() {}

  /**
   * The words as everybody may see them.
   *
   * @param written at most some thousand characters; the cost grows with them evenly
   */
  public static String shown(String written) {
    if (written.isEmpty()) {
      return written;
    }
    String text = Normalizer.normalize(steered(written), Normalizer.Form.NFKC);
    text = steered(text);
    // What is left of a tag within a tag can be a tag again.
    for (int round = 0; round < 3; round++) {
      text = TAG.matcher(text).replaceAll(" ");
    }
    text = text.replaceAll("<(?=[/!?\\p{L}])", " ");
    text = MAILS.matcher(text).replaceAll(Mask.MAIL.text);
    text = LINKS.matcher(text).replaceAll(Mask.WEB.text);
    text = HANDLES.matcher(text).replaceAll(Mask.HANDLE.text);
    return PHONES
        .matcher(text)
        .replaceAll(
            found ->
                DATE.matcher(found.group()).matches()
                    ? Matcher.quoteReplacement(found.group())
                    : Mask.PHONE.text);
  }

  /** The plain words that stand for what was taken out. */
  public static List<String> marks() {
    return Arrays.stream(Mask.values()).map(Mask::text).toList();
  }

  /** Without characters that are no text: control, direction, invisible; line ends stay. */
  private static String steered(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (c == '\n') {
                plain.append('\n');
              } else if (c == '\r') {
                // The line feed that follows it ends the line.
                plain.append(' ');
              } else if (type == Character.CONTROL
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR) {
                plain.append(' ');
              } else if (type != Character.FORMAT
                  && type != Character.PRIVATE_USE
                  && type != Character.UNASSIGNED
                  && type != Character.SURROGATE) {
                plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }
}
