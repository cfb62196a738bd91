package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said at each step: what counts there, and nothing else. */
final class PossibleTest extends SessionFixture {
  @Test
  @Requirement("VOI-22")
  void aSoundThatIsWrittenDownHasItsKeysAndAnAnswerItsOwn() {
    session.start();
    assertEquals(0, session.options());
    session.act(Action.ACCEPT);
    List<Action> begun = session.possible();
    assertTrue(begun.containsAll(List.of(Action.PLAY, Action.RESPEAK, Action.UNCLEAR)), "" + begun);
    assertFalse(begun.contains(Action.WORDS), "nothing is there to be read word by word");
    assertFalse(begun.contains(Action.TYPE), "nobody types by voice");
    assertFalse(begun.contains(Action.CONTEXT), "nothing stands before it");
    session.act(Action.TYPE);
    session.typed("the keeper");
    session.typingDone();
    List<Action> answered = session.possible();
    assertTrue(answered.containsAll(List.of(Action.WORDS, Action.RETYPE)), "" + answered);
  }

  @Test
  @Requirement("VOI-22")
  void aChoiceHasItsOptionsAndNothingOfASound() {
    session.start();
    session.act(Action.NEXT);
    session.act(Action.ACCEPT);
    assertEquals(2, session.options());
    List<Action> possible = session.possible();
    assertTrue(possible.containsAll(List.of(Action.SUBMIT, Action.RETURN)), "" + possible);
    for (Action none :
        List.of(Action.PLAY, Action.FASTER, Action.UNCLEAR, Action.RESPEAK, Action.NEXT)) {
      assertFalse(possible.contains(none), none + " is of no use");
    }
  }

  @Test
  @Requirement("VOI-22")
  void aFormGoesFromPartToPart() {
    session.start();
    session.act(Action.NEXT);
    session.act(Action.NEXT);
    session.act(Action.ACCEPT);
    assertEquals(2, session.options());
    assertTrue(session.possible().contains(Action.NEXT));
    session.act(Action.NEXT);
    assertEquals(0, session.options());
    assertTrue(session.possible().contains(Action.RESPEAK));
  }

  @Test
  @Requirement("VOI-22")
  void aRatingHasItsMarksAndAConditionOnlyAWayOut() {
    start();
    session.act(Action.FILTER);
    assertEquals(List.of(Action.RETURN), session.possible());
    session.act(Action.RETURN);
    act(Action.ACCEPT);
    type("words");
    act(Action.SUBMIT);
    session.confirm(true);
    act(Action.RATE);
    assertEquals(5, session.options());
  }
}
