package dev.hark.wording;

import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English texts of a bundle, known again, so that they can be said in another language. Immutable.
 */
public final class Recognised {
  private static final Pattern SLOT = Pattern.compile("\\{(\\d+)}");

  /**
   * Of one word, or of several with commas between: what has few words of its own takes no other.
   */
  private static final Pattern WORDS = Pattern.compile("[^\\s,]*(, [^\\s,]+)*");

  private static final int FEW_LETTERS = 8;
  private static final int MOST_LETTERS = 500;

  private record Form(String key, Pattern text, int letters, int slots) {}

  private final List<Form> forms;

  private Recognised(List<Form> forms) {
    this.forms = forms;
  }

  /**
   * @param bundle whose messages have their places in order, and each once
   */
  public static Recognised in(String bundle) {
    List<Form> forms = new ArrayList<>();
    new Bundles(Locale.ENGLISH)
        .all(bundle)
        .forEach((key, message) -> forms.add(form(key, message)));
    // The more words of its own a form has, the less it is another one's by chance.
    forms.sort(Comparator.comparingInt(Form::letters).reversed().thenComparing(Form::key));
    return new Recognised(List.copyOf(forms));
  }

  private static Form form(String key, String message) {
    StringBuilder text = new StringBuilder();
    Matcher slot = SLOT.matcher(message);
    int from = 0;
    int slots = 0;
    while (slot.find()) {
      text.append(Pattern.quote(message.substring(from, slot.start()))).append("(.*?)");
      from = slot.end();
      slots++;
    }
    text.append(Pattern.quote(message.substring(from)));
    return new Form(
        key,
        Pattern.compile(text.toString()),
        SLOT.matcher(message).replaceAll("").length(),
        slots);
  }

  /** The message that a text is, with what stands in its places; empty where it is none. */
  public Optional<Sentence> of(String text) {
    if (text.length() > MOST_LETTERS) {
      return Optional.empty();
    }
    for (Form form : forms) {
      Matcher matcher = form.text().matcher(text);
      if (matcher.matches()) {
        List<Object> args = new ArrayList<>();
        boolean fits = true;
        for (int i = 1; i <= form.slots(); i++) {
          String arg = matcher.group(i);
          fits &= form.letters() > FEW_LETTERS || WORDS.matcher(arg).matches();
          args.add(arg);
        }
        if (fits) {
          return Optional.of(new Sentence(form.key(), args));
        }
      }
    }
    return Optional.empty();
  }
}
