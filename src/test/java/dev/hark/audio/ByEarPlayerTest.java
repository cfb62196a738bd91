package dev.hark.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.none.NoneOutput;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What helps to write down what is heard. */
class ByEarPlayerTest {
  private static final int RATE = 8000;

  private final HandOutput device = new HandOutput();
  private final ClipPlayer player = new ClipPlayer(device, new Floor());

  @AfterEach
  void close() {
    player.close();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private double position() {
    return player.position().toMillis() / 1000.0;
  }

  /** A voice that pauses for 0.2 s at these seconds. */
  private static Clip talk(double length, double... pauses) {
    Clip tone = Tones.tone(200, RATE, length);
    for (double pause : pauses) {
      Arrays.fill(
          tone.samples(), (int) ((pause - 0.1) * RATE), (int) ((pause + 0.1) * RATE), (short) 0);
    }
    return tone;
  }

  @Test
  @Requirement("EAR-7")
  void aRhythmPausesBetweenWordsNearItsTimeAndGoesOnFromThere() {
    player.load(talk(14, 3, 4.4, 9.1));
    player.rhythm(Optional.of(new Rhythm(seconds(5), Optional.empty())));
    player.play();
    device.hearUntil(() -> !player.playing());
    assertEquals(4.4, position(), 0.11);
    player.play();
    device.hearUntil(() -> !player.playing());
    assertEquals(9.1, position(), 0.11);
    player.play();
    device.hearUntil(() -> !player.playing());
    assertEquals(14, position(), 0.01);
    assertArrayEquals(talk(14, 3, 4.4, 9.1).samples(), device.heard());
    player.rhythm(Optional.empty());
    player.play();
    device.hear(seconds(6));
    assertTrue(player.playing());
  }

  @Test
  @Requirement("EAR-7")
  void aRhythmGoesOnByItselfWhenToldSo() {
    player.load(talk(9, 5));
    player.rhythm(Optional.of(new Rhythm(seconds(5), Optional.of(seconds(0.2)))));
    player.play();
    device.hearUntil(() -> !player.playing());
    long paused = System.nanoTime();
    assertEquals(5, position(), 0.11);
    device.hearUntil(player::playing);
    assertTrue(System.nanoTime() - paused >= 150_000_000L);
    device.hearUntil(() -> !player.playing());
    assertEquals(9, position(), 0.01);
    player.await();
  }

  @Test
  @Requirement("EAR-7")
  void aPauseInTheRestKeepsItQuiet() {
    player.load(talk(9, 5));
    player.rhythm(Optional.of(new Rhythm(seconds(5), Optional.of(Duration.ofDays(1)))));
    player.play();
    device.hearUntil(() -> !player.playing());
    player.pause();
    player.await();
    assertFalse(player.playing());
  }

  @Test
  @Requirement("EAR-5")
  void aPassageIsHeardAgainAndAgainWithASilenceBetween() {
    Clip clip = Tones.tone(200, RATE, 6);
    player.load(clip);
    player.repeat(Optional.of(new Passage(seconds(1), seconds(2))));
    player.seek(seconds(1));
    player.play();
    device.hear(seconds(2.6));
    assertEquals(1, position(), 0.01);
    short[] heard = device.heard();
    short[] once = Arrays.copyOfRange(clip.samples(), RATE, 2 * RATE);
    assertArrayEquals(once, Arrays.copyOf(heard, RATE));
    assertArrayEquals(
        new short[2 * RATE / 5], Arrays.copyOfRange(heard, RATE, RATE + 2 * RATE / 5));
    assertArrayEquals(
        once, Arrays.copyOfRange(heard, RATE + 2 * RATE / 5, 2 * RATE + 2 * RATE / 5));
    player.repeat(Optional.empty());
    device.hearUntil(() -> !player.playing());
    assertEquals(6, position(), 0.01);
  }

  @Test
  @Requirement("EAR-5")
  void whereSoundTakesNoTimeAPassageIsOverOnce() {
    try (ClipPlayer silent = new ClipPlayer(new NoneOutput(), new Floor())) {
      silent.load(Tones.tone(200, RATE, 6));
      silent.repeat(Optional.of(new Passage(seconds(1), seconds(2))));
      silent.play();
      assertFalse(silent.playing());
      assertEquals(seconds(2), silent.position());
    }
  }

  @Test
  @Requirement("EAR-3")
  void aSoundThatBreaksStopsThereAndSaysWhyOnce() {
    Clip good = Tones.tone(200, RATE, 60);
    player.load(
        new Sound() {
          @Override
          public int rate() {
            return RATE;
          }

          @Override
          public long size() {
            return good.size();
          }

          @Override
          public int read(long from, short[] into, int at, int count) {
            if (from + count > 20L * RATE) {
              throw new Fault.BadFile(Sentence.of("audio.broken", "it", seconds(20)), null);
            }
            return good.read(from, into, at, count);
          }
        });
    player.play();
    device.hearUntil(() -> !player.playing());
    assertEquals("audio.broken", player.trouble().orElseThrow().key());
    assertEquals(Optional.empty(), player.trouble());
    player.toStart();
    player.play();
    device.hear(seconds(1));
    assertTrue(player.playing());
  }

  @Test
  @Requirement("EAR-9")
  void loudnessIsEvenedOutWhenToldAndThePlaceStays() {
    player.load(Tones.tone(200, RATE, 6));
    player.seek(seconds(2));
    player.level(true);
    assertEquals(2, position(), 0.001);
    player.play();
    device.hear(seconds(1));
    double level = Tones.level(device.heard());
    assertTrue(level < 0.7, () -> "brought down from 1 to " + level);
  }
}
