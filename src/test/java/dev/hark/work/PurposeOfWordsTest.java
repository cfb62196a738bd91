package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which voice a session's sentences are for. */
class PurposeOfWordsTest extends SessionFixture {
  @Test
  @Requirement({"SAY-30", "SAY-31"})
  void whatARequesterWroteAndMyAnswerReadBackAreKnownFromHarksOwnWords() {
    start();
    act(Action.NEXT, Action.ACCEPT, Action.DETAILS);
    assertEquals("TASK en", heard.purpose("1: Same"));
    act(Action.RETURN);
    session.confirm(true);
    act(Action.PREVIOUS, Action.ACCEPT);
    type("the old light");
    act(Action.READ, Action.WORDS, Action.REPEAT);
    assertEquals("READ_BACK en", heard.purpose("the old light"));
    assertEquals("READ_BACK en", heard.purpose("the . old . light"));
    assertEquals("INTERFACE own", heard.purpose("3 words."));
  }

  @Test
  @Requirement("SAY-43")
  void whatIsSaidOfMyWordsWhileIChangeThemIsInTheirLanguage() {
    market.add("g1", "Radio Archief", SPEECH, Locale.of("nl"));
    start();
    act(Action.ACCEPT);
    type("de oude vuurtoren");
    act(Action.WORDS, Action.EDIT, Action.FIRST_WORD);
    assertEquals("READ_BACK nl", heard.purpose("de . oude . vuurtoren"));
    assertEquals("READ_BACK nl", heard.purpose("de"));
    heard.take();
    act(Action.DELETE);
    assertEquals("READ_BACK nl", heard.purpose(heard.take().getLast()));
    act(Action.UNDO);
    assertEquals("READ_BACK nl", heard.purpose(heard.take().getLast()));
  }

  @Test
  @Requirement("SAY-45")
  void whatIsSpelledIsInTheVoiceAndTheLanguageThatItWasSaidIn() {
    market.add("g1", "Radio Archief", SPEECH, Locale.of("nl"));
    start();
    act(Action.ACCEPT);
    type("oude ui");
    act(Action.READ, Action.SPELL_LAST);
    assertEquals("READ_BACK nl", heard.purpose("oude, o u d e. ui, u i"));
  }

  @Test
  @Requirement("SAY-36")
  void aRequestersNameIsNotHarksOwnWord() {
    start();
    act(Action.DETAILS, Action.ACCEPT);
    type("the old light");
    act(Action.SUBMIT);
    session.confirm(true);
    for (String part : List.of("no reviews", "pays in about")) {
      assertTrue(heard.theirs(part).contains("Radio Archive"), part + heard.theirs(part));
    }
  }
}
