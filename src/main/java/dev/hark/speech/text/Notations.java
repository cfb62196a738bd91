package dev.hark.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All ways of writing that a language knows, in the order in which they are tried. */
final class Notations {
  private final List<Notation> digits = new ArrayList<>();
  private final List<Notation> letters = new ArrayList<>();
  private final List<Notation> signs = new ArrayList<>();
  private final NumberNotation numbers;

  /**
   * @param end index after its last character
   */
  record Found(String said, int end) {}

  Notations(Saying saying, UnaryOperator<String> words) {
    ClockNotation clock = new ClockNotation(saying);
    DateNotation dates = new DateNotation(saying, clock);
    Durations durations = new Durations(saying);
    PhoneNotation phones = new PhoneNotation(saying);
    MoneyNotation money = new MoneyNotation(saying);
    numbers = new NumberNotation(saying);
    CodeNotation codes = new CodeNotation(saying, numbers, words);
    AddressNotation addresses = new AddressNotation(saying, name -> name(codes, words, name));
    digits.addAll(addresses.plain());
    digits.addAll(dates.digits());
    digits.addAll(clock.notations());
    digits.addAll(durations.digits());
    digits.addAll(phones.digits());
    digits.addAll(money.digits());
    digits.addAll(new QuantityNotation(saying).notations());
    digits.addAll(numbers.notations());
    digits.addAll(codes.plain());
    letters.addAll(addresses.plain());
    letters.addAll(money.signs());
    letters.addAll(dates.letters());
    letters.addAll(durations.letters());
    letters.addAll(codes.plain());
    signs.addAll(money.signs());
    signs.addAll(phones.signs());
    signs.addAll(numbers.signs());
    signs.addAll(codes.signs());
    signs.addAll(addresses.signs());
    signs.addAll(TypedSigns.notations(saying));
  }

  private static String name(CodeNotation codes, UnaryOperator<String> words, String name) {
    boolean mixed = name.chars().anyMatch(Character::isDigit);
    return mixed ? codes.named(name) : words.apply(name);
  }

  /** What stands at this place of the text, where it is written in one of these ways. */
  @Nullable Found at(String text, int from) {
    int c = text.codePointAt(from);
    List<Notation> candidates =
        Character.isDigit(c) ? digits : Character.isLetter(c) ? letters : signs;
    for (Notation candidate : candidates) {
      Found found = candidate.at(text, from);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  NumberNotation numbers() {
    return numbers;
  }
}
