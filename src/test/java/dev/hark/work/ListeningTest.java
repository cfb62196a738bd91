package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.task.Answer;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A piece of a longer recording. */
class ListeningTest extends SessionFixture {
  private static Medium sound(String id) {
    return new Medium(id, "audio/wav", Optional.of(Duration.ofSeconds(8)), "");
  }

  private void accept(Optional<Medium> before, String... glossary) {
    market.add(
        "g1",
        "Radio Archive",
        new Question.Transcription(
            "Write what you hear.", List.of(sound("mine")), before, List.of(glossary)));
    start();
    act(Action.ACCEPT);
    heard.take();
  }

  @Test
  @Requirement("AUD-30")
  void thePieceBeforeIsHeardOnceAndThenOnesOwn() {
    accept(Optional.of(sound("before")));
    assertEquals(List.of("mine"), market.played);
    act(Action.CONTEXT);
    heard.hears("What comes before.");
    assertTrue(player.playing());
    assertEquals(List.of("mine", "before"), market.played);
    act(Action.PLAY);
    assertTrue(player.playing());
    assertEquals(List.of("mine", "before", "mine"), market.played);
    act(Action.PLAY);
    assertFalse(player.playing());
  }

  @Test
  @Requirement({"AUD-30", "AUD-31"})
  void whatThereIsNotIsSaid() {
    accept(Optional.empty());
    act(Action.CONTEXT);
    heard.hears("Nothing is known to come before this recording.");
    act(Action.GLOSSARY);
    heard.hears("The requester names no words that may come up.");
    act(Action.RETURN);
    session.confirm(true);
    act(Action.NEXT);
    heard.take();
    act(Action.CONTEXT);
    heard.hears("Accept");
  }

  @Test
  @Requirement("AUD-31")
  void theGlossaryIsTold() {
    accept(Optional.empty(), "IJmuiden", "lighthouse");
    act(Action.GLOSSARY);
    heard.hears("These may come up: IJmuiden and lighthouse.");
  }

  @Test
  @Requirement("AUD-32")
  void aKeyMarksThatNobodySpeaks() {
    accept(Optional.empty());
    act(Action.NO_SPEECH);
    heard.hears("Marked: no speech.");
    act(Action.NO_SPEECH);
    heard.hears("Mark taken away: no speech.");
    act(Action.NO_SPEECH, Action.SUBMIT);
    heard.hears("Submit, marked no speech, for 18 cents?");
    session.confirm(true);
    assertEquals(new Answer.Text("[no speech]"), market.answers.values().iterator().next());
  }

  @Test
  @Requirement("AUD-32")
  void marksComeAfterWhatIsTypedAndCountAsNoWords() {
    accept(Optional.empty());
    act(Action.TYPE);
    session.typed("He rowed");
    act(Action.UNCLEAR);
    assertEquals(Mode.TYPING, session.mode());
    assertEquals("He rowed [unclear]", session.text());
    session.typed("He rowed [unclear] at dawn");
    session.typingDone();
    heard.hears("4 words");
    act(Action.NO_SPEECH);
    heard.hears("You have written words.");
    act(Action.SEVERAL_SPEAKERS, Action.SUBMIT);
    heard.hears("Submit 4 words");
    session.confirm(true);
    assertEquals(
        new Answer.Text("He rowed [unclear] at dawn [several speakers]"),
        market.answers.values().iterator().next());
  }
}
