package dev.hark.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.none.NoneOutput;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("SND-7")
class ClipPlayerTest {
  private static final int RATE = 8000;
  private static final Clip CLIP = Tones.tone(200, RATE, 4);

  private final HandOutput device = new HandOutput();
  private final Floor floor = new Floor();
  private final ClipPlayer player = new ClipPlayer(device, floor);

  @AfterEach
  void close() {
    player.close();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private void at(double seconds) {
    assertEquals(seconds, player.position().toMillis() / 1000.0, 0.002);
  }

  @Test
  void aClipIsHeardFromItsStartToItsEnd() {
    player.load(CLIP);
    assertEquals(Duration.ofSeconds(4), player.length());
    at(0);
    player.play();
    assertTrue(player.playing());
    device.hear(seconds(1));
    at(1);
    device.hearUntil(() -> !player.playing());
    player.await();
    at(4);
    assertArrayEquals(CLIP.samples(), device.heard());
  }

  @Test
  void aPauseIsSilenceAtOnceAndPlayGoesOnWithTheNextSample() {
    player.load(CLIP);
    player.play();
    device.hear(seconds(1.5));
    player.pause();
    assertEquals(List.of("task begins", "task stops"), device.events());
    assertFalse(player.playing());
    player.await();
    at(1.5);
    player.play();
    device.hear(seconds(0.5));
    at(2);
    assertArrayEquals(Arrays.copyOf(CLIP.samples(), 2 * RATE), device.heard());
  }

  @Test
  void playAtTheEndStartsAgain() {
    player.load(CLIP);
    player.play();
    device.hearUntil(() -> !player.playing());
    player.play();
    device.hear(seconds(0.25));
    at(0.25);
  }

  @Test
  void jumpsAreInTimeOfTheRecordingAndStayInside() {
    player.load(CLIP);
    player.play();
    device.hear(seconds(2));
    player.jump(seconds(-1.5));
    assertTrue(player.playing());
    at(0.5);
    device.hear(seconds(0.5));
    at(1);
    player.jump(seconds(-9));
    at(0);
    player.pause();
    player.jump(seconds(1.5));
    assertFalse(player.playing());
    at(1.5);
    player.jump(seconds(99));
    at(4);
    player.toStart();
    at(0);
  }

  @Test
  @Requirement("SND-8")
  void fasterTakesLessTimeAndCountsTimeOfTheRecording() {
    player.load(CLIP);
    player.speed(2);
    player.play();
    device.hear(seconds(1));
    at(2);
    player.speed(0.5);
    device.hearUntil(() -> !player.playing());
    at(4);
    int heard = device.heard().length;
    assertTrue(heard > 4.5 * RATE && heard < 5.05 * RATE, "1 s and about 4 s: " + heard);
    assertEquals(200, Tones.frequency(device.heard(), RATE), 4);
  }

  @Test
  void speedStaysBetweenHalfAndThree() {
    player.speed(9);
    assertEquals(3, player.speed());
    player.speed(0);
    assertEquals(0.5, player.speed());
  }

  @Test
  @Requirement("SND-4")
  void aClipWaitsUntilTheAnswerIsSaid() {
    player.load(CLIP);
    floor.speechWanted(true);
    player.play();
    assertTrue(player.playing());
    assertFalse(floor.freeForNews());
    assertEquals(List.of(), device.events());
    floor.speechWanted(false);
    device.awaitEvents("task begins");
  }

  @Test
  @Requirement("SND-4")
  void anAnswerPausesTheClipWhichGoesOnWhereItWas() {
    player.load(CLIP);
    player.play();
    device.hear(seconds(1));
    floor.speechWanted(true);
    assertEquals(List.of("task begins", "task stops"), device.events());
    assertTrue(player.playing());
    at(1);
    floor.speechWanted(false);
    device.hear(seconds(1));
    at(2);
    assertArrayEquals(Arrays.copyOf(CLIP.samples(), 2 * RATE), device.heard());
  }

  @Test
  @Requirement("SND-4")
  void aClipThatWasPausedDuringSpeechStaysSilentAfterIt() {
    player.load(CLIP);
    player.play();
    device.hear(seconds(1));
    floor.speechWanted(true);
    player.pause();
    floor.speechWanted(false);
    assertEquals(List.of("task begins", "task stops"), device.events());
    assertTrue(floor.freeForNews());
    at(1);
  }

  @Test
  void theNextClipStopsTheOneBefore() {
    player.load(CLIP);
    player.play();
    device.hear(seconds(1));
    player.load(Tones.tone(300, RATE, 1));
    assertFalse(player.playing());
    at(0);
    assertEquals(Duration.ofSeconds(1), player.length());
  }

  @Test
  void withoutAClipNothingHappens() {
    player.play();
    assertFalse(player.playing());
    assertEquals(Duration.ZERO, player.length());
    player.jump(seconds(1));
    player.await();
    assertEquals(Duration.ZERO, player.position());
  }

  @Test
  @Requirement("SND-9")
  void withoutADeviceAClipIsOverAtOnce() {
    try (ClipPlayer silent = new ClipPlayer(new NoneOutput(), new Floor())) {
      silent.load(CLIP);
      silent.play();
      assertFalse(silent.playing());
      assertEquals(Duration.ofSeconds(4), silent.position());
    }
  }
}
