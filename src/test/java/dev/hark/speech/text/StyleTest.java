package dev.hark.speech.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {
  private static String read(Style style, String text) {
    return new Speakable(style).words(new Span(text, Locale.ENGLISH), Set.of());
  }

  @ParameterizedTest
  @Requirement("SAY-20")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          NONE | a # b & c, [d] | a b and c, d
          SOME | a # b & c, [d] | a number b and c, left bracket d right bracket
          ALL  | a # b & c, (d) | a number b and c comma, left paren d right paren
          NONE | snake_case * x | snake case x
          SOME | snake_case * x | snake case star x
          ALL  | snake_case * x | snake underscore case star x
          ALL  | Hello, world! | Hello comma, world exclamation mark!
          ALL  | Really?! | Really question mark? exclamation mark!
          ALL  | well-known | well dash known
          ALL  | ----- | dash, five times
          SOME | ----- |
          ALL  | https://a.example.org/b?c=7 | a link to a dot example dot org slash b question mark c equals seven
          ALL  | 7f3a9c2e-11d4-4a7b-9e55-0c2f6b8d1e90 | seven F three A, nine C two E, one one D four, four A seven B, nine E five five, zero C two F, six B eight D, one E nine zero
          """)
  void punctuationIsSaidAsMuchAsIWish(Punctuation punctuation, String text, String spoken) {
    Style style = new Style(punctuation, Capitals.NONE, NumberStyle.WHOLE, Map.of());
    assertEquals(spoken == null ? "" : spoken, read(style, text));
  }

  @ParameterizedTest
  @Requirement("SAY-21")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE | the Radio Archive, a USB stick | the Radio Archive, a U S B stick
          WORD | the Radio Archive, a USB stick | the cap Radio cap Archive, a all caps U S B stick
          WORD | R a d i O | cap R a d i cap O
          """)
  void capitalsAreToldByAWord(Capitals capitals, String text, String spoken) {
    Style style = new Style(Punctuation.SOME, capitals, NumberStyle.WHOLE, Map.of());
    assertEquals(spoken, read(style, text));
  }

  @ParameterizedTest
  @Requirement("SAY-22")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WHOLE  | 1250 tasks, 7 left | one thousand two hundred fifty tasks, seven left
          DIGITS | 1250 tasks, 7 left | one two five zero tasks, seven left
          PAIRS  | 1250 tasks, 7 left | twelve fifty tasks, seven left
          PAIRS  | 12505 | one twenty-five zero five
          PAIRS  | 1205 | twelve zero five
          DIGITS | $1,250 at 10:42 | one thousand two hundred fifty dollars at ten forty-two
          """)
  void numbersAreReadAsIWish(NumberStyle numbers, String text, String spoken) {
    Style style = new Style(Punctuation.SOME, Capitals.NONE, numbers, Map.of());
    assertEquals(spoken, read(style, text));
  }

  @ParameterizedTest
  @Requirement("SAY-23")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hark says SQL | hark with a k says sequel
          hark, HARK and harken | hark with a k, hark with a k and harken
          The New York desk | The noo yawk desk
          12 kW of C++ | twelve kilowatts of see plus plus
          a smiley :-) here | a smiley smile here
          vuurtoren | vuurtoren
          """)
  void myOwnWordsAreSaidMyWay(String text, String spoken) {
    Style style =
        new Style(
            Punctuation.SOME,
            Capitals.NONE,
            NumberStyle.WHOLE,
            Map.of(
                "*", Map.of("Hark", "hark with a k", "C++", "see plus plus", ":-)", "smile"),
                "en", Map.of("SQL", "sequel", "New York", "noo yawk", "New", "nu"),
                "nl", Map.of("vuurtoren", "baken")));
    assertEquals(spoken, read(style, text));
  }
}
