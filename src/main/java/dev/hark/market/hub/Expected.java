package dev.hark.market.hub;

import dev.hark.fault.Sentence;
import dev.hark.wording.Recognised;
import java.util.Optional;

/**
 * Why a hub cannot use something: it says so in English, as "title: 1 to 200 characters", and in
 * forms that are known here, so that it can be told in other languages.
 */
final class Expected {
  private static final Recognised FORMS = Recognised.in("expected");
  private static final Recognised MEMBERS = Recognised.in("member");

  private Expected() {}

  /** The same for every language; the text itself where a newer hub says what is not known here. */
  static Object of(String text) {
    int colon = text.indexOf(": ");
    if (colon < 0) {
      return text;
    }
    Optional<Sentence> known = FORMS.of(text.substring(colon + 2));
    return known.isPresent()
        ? Sentence.of("member.of", member(text.substring(0, colon)), known.get())
        : text;
  }

  private static Object member(String name) {
    return MEMBERS.of(name).<Object>map(known -> known).orElse(name);
  }
}
