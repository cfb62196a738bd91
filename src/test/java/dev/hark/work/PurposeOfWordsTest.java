package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
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
}
