package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.wording.Spelled;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Requirement("SND-21")
class SayAgainTest extends SessionFixture {
  @Test
  void theLastAnswerIsSpelledAndStaysTheLastAnswer() {
    session.start();
    heard.take();
    session.act(Action.PREVIOUS);
    assertEquals(List.of("This is the first."), heard.take());
    session.act(Action.SPELL_LAST);
    assertEquals(List.of("This, T h i s. is, i s. the, t h e. first, f i r s t"), heard.take());
    session.act(Action.REPEAT);
    assertEquals(List.of("This is the first."), heard.take());
    session.act(Action.SAY_SLOWER);
    assertEquals(List.of("This is the first."), heard.take());
  }

  @Test
  void eachTimeItIsSlowerDownToHalfTheSpeedUntilThereIsANewAnswer() {
    List<Heard> all = new ArrayList<>();
    Announcer announcer = new Announcer(all::add);
    announcer.newKey();
    announcer.answer("session.first-offer");
    for (int i = 0; i < 5; i++) {
      announcer.newKey();
      announcer.slower();
    }
    assertEquals(List.of(100, 80, 64, 51, 50, 50), all.stream().map(Heard::pace).toList());
    announcer.newKey();
    announcer.answer("session.last-offer");
    announcer.newKey();
    announcer.slower();
    assertEquals(80, all.getLast().pace());
    assertEquals(Sentence.of("session.last-offer"), all.getLast().sentence());
  }

  @Test
  void beforeThereWasAnAnswerThatIsSaid() {
    List<Heard> all = new ArrayList<>();
    Announcer announcer = new Announcer(all::add);
    announcer.slower();
    announcer.spell();
    Heard nothing = new Heard(Sentence.of("session.nothing-to-repeat"), Priority.ANSWER);
    assertEquals(List.of(nothing, nothing), all);
  }

  @Test
  @Requirement("SND-20")
  void silenceStopsTheRecordingAndSaysNothing() {
    session.start();
    session.act(Action.ACCEPT);
    assertTrue(player.playing());
    heard.take();
    session.act(Action.SILENCE);
    assertFalse(player.playing());
    assertEquals(List.of(), heard.take());
  }

  @Test
  void signsAreLeftOutOfASpelledWordAndNumbersAreNot() {
    Wording english = Wording.of(Locale.ENGLISH);
    Sentence spelled =
        Sentence.of(
            "session.spelled", new Spelled(Sentence.of("session.late-sent", "it's \"4.6\", a")));
    assertEquals("Sent, S e n t. now, n o w. it's, i t ' s. 4.6, 4 . 6. a", english.say(spelled));
  }
}
