package dev.hark.speech.espeak;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of eSpeak NG's voices speaks a text.
 *
 * @param name a voice or variant of its own, such as {@code nl}, {@code en-gb} or {@code en+f3};
 *     empty to go by the language of the text
 * @param language what texts that voice is for; others are spoken by a voice of theirs
 */
public record EspeakVoice(String name, Locale language) {
  /** A voice of the text's own language. */
  public static final EspeakVoice ANY = new EspeakVoice("", Locale.ROOT);

  private static final Pattern BY_CODE = Pattern.compile("([a-z]{2,3})(?:-[\\w-]+)?(\\+\\w+)?");

  /** The name to ask for; a variant, such as {@code +f3}, is kept in other languages. */
  String of(Locale text) {
    String code = text.getLanguage();
    Matcher byCode = BY_CODE.matcher(name);
    if (!byCode.matches()) {
      return !name.isEmpty() && language.getLanguage().equals(code) ? name : code;
    }
    if (byCode.group(1).equals(code)) {
      return name;
    }
    return byCode.group(2) == null ? code : code + byCode.group(2);
  }
}
