package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Passage;
import dev.hark.audio.Rhythm;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A task's sound by keys. */
class PlayingTest extends SessionFixture {
  private void accept() {
    start();
    act(Action.ACCEPT);
    heard.take();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Test
  @Requirement("EAR-4")
  void afterAPauseTheLastSecondIsHeardAgain() {
    accept();
    player.seek(seconds(4));
    act(Action.PLAY);
    heard.hears("Paused at 4 seconds.");
    act(Action.PLAY);
    assertTrue(player.playing());
    assertEquals(seconds(3), player.position());
  }

  @Test
  @Requirement("EAR-4")
  void whoWentElsewhereInThePauseHearsThatPlace() {
    accept();
    player.seek(seconds(4));
    act(Action.PLAY, Action.BACK, Action.PLAY);
    assertEquals(seconds(2.5), player.position());
    act(Action.PLAY, Action.TO_START, Action.PLAY);
    assertEquals(seconds(0), player.position());
  }

  @Test
  @Requirement("EAR-4")
  void jumpsAreShortFarAndToBothEnds() {
    accept();
    act(Action.PLAY);
    heard.take();
    act(Action.FAR_FORWARD);
    heard.hears("At 5 seconds of 8 seconds.");
    act(Action.FORWARD, Action.FAR_BACK);
    assertEquals(seconds(1.5), player.position());
    act(Action.TO_END);
    assertEquals(seconds(6), player.position());
    act(Action.TO_START);
    assertEquals(seconds(0), player.position());
    act(Action.FAR_BACK);
    assertEquals(seconds(0), player.position());
  }

  @Test
  @Requirement("EAR-6")
  void aMarkedPlaceIsGoneBackTo() {
    accept();
    act(Action.TO_MARK);
    heard.hears("No place is marked");
    player.seek(seconds(3));
    act(Action.MARK);
    heard.hears("Marked at 3 seconds.");
    player.seek(seconds(7));
    act(Action.TO_MARK);
    assertEquals(seconds(3), player.position());
    assertTrue(player.playing());
  }

  @Test
  @Requirement("EAR-5")
  void oneKeyBeginsAPassageEndsItAndStopsItsRepetition() {
    accept();
    player.seek(seconds(2));
    act(Action.LOOP);
    heard.hears("A passage begins at 2 seconds");
    act(Action.LOOP);
    heard.hears("That is where the passage begins");
    player.seek(seconds(5));
    act(Action.LOOP);
    heard.hears("Again and again from 2 seconds to 5 seconds");
    assertEquals(Optional.of(new Passage(seconds(2), seconds(5))), player.repeated);
    assertEquals(seconds(2), player.position());
    act(Action.LOOP);
    heard.hears("No longer again and again.");
    assertEquals(Optional.empty(), player.repeated);
  }

  @Test
  @Requirement("EAR-7")
  void aRhythmIsSetByAKeyOrInSeconds() {
    accept();
    act(Action.RHYTHM);
    heard.hears("Plays 5 seconds, then waits for p.");
    assertEquals(Optional.of(new Rhythm(seconds(5), Optional.empty())), player.rhythm);
    act(Action.RHYTHM);
    heard.hears("Plays without pauses.");
    assertEquals(Optional.empty(), player.rhythm);
    session.act(Action.RHYTHM, "4 2");
    heard.hears("Plays 4 seconds, then rests 2 seconds.");
    assertEquals(Optional.of(new Rhythm(seconds(4), Optional.of(seconds(2)))), player.rhythm);
    session.act(Action.RHYTHM, "soon");
    heard.hears("Not understood: soon.");
    assertTrue(player.rhythm.isPresent());
    session.act(Action.RHYTHM, "off");
    heard.hears("Plays without pauses.");
  }

  @Test
  @Requirement({"EAR-8", "EAR-9"})
  void whatIsSetHoldsFromTheStart() {
    session = newSession(new ByEar(ByEar.rhythm("6+3"), false, ByEar.Alphabet.OFF));
    accept();
    assertEquals(Optional.of(new Rhythm(seconds(6), Optional.of(seconds(3)))), player.rhythm);
    assertFalse(player.even);
    act(Action.LEVEL);
    heard.hears("Loudness is evened out.");
    assertTrue(player.even);
  }

  @Test
  @Requirement("EAR-3")
  void aSoundThatBreaksOffIsSaidOnceAndTheSessionGoesOn() {
    accept();
    player.trouble = Optional.of(Sentence.of("audio.broken", "it", seconds(20)));
    session.tick();
    heard.hears("it is broken after 20 seconds.");
    session.tick();
    assertEquals("", heard.text());
    type("what was heard");
    heard.hears("3 words");
  }
}
