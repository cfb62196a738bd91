package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("EAR-23")
class SlashWordTest {
  private final ActionWords english = new ActionWords(Wording.of(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the old man /replace 3 lamp | the old man  | REPLACE | 3 lamp
          /delete 2                   | ''           | DELETE  | 2
          and/or /insert 1 either     | and/or       | INSERT  | 1 either
          one /two /Undo              | one /two     | UNDO    | ''
          one /rhythm 5 3             | one          | RHYTHM  | 5 3
          one /next word              | one          | NEXT_WORD | ''
          """)
  void aKnownWordBehindASlashIsTakenOutAndDone(
      String text, String before, Action action, String argument) {
    SlashWord slash = SlashWord.of(text, english).orElseThrow();
    assertEquals(before.strip(), slash.before().strip());
    assertEquals(new ActionWords.Call(action, argument), slash.call());
  }

  @ParameterizedTest
  @CsvSource({
    "and/or",
    "one /two three",
    "/usr/bin",
    "he said /p",
    "read 3",
    "'/read all of it'",
    "''"
  })
  void whatIsNoWordStaysText(String text) {
    assertEquals(Optional.empty(), SlashWord.of(text, english));
  }

  @Test
  void wordsOfBothLanguagesTakeOthersBehindThem() {
    ActionWords dutch = new ActionWords(Wording.of(Locale.of("nl")));
    assertEquals(
        Optional.of(new ActionWords.Call(Action.REPLACE, "hard door hart")),
        dutch.call("vervang hard door hart"));
    assertEquals(
        Optional.of(new ActionWords.Call(Action.APPEND, "3 oude")), dutch.call("voeg toe 3 oude"));
    assertEquals(Optional.of(new ActionWords.Call(Action.DELETE, "2")), dutch.call("delete 2"));
    assertEquals(Optional.of(new ActionWords.Call(Action.PLAY, "")), dutch.call("p"));
    assertEquals(Optional.empty(), dutch.call("speel 3"));
  }
}
