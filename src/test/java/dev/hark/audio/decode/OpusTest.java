package dev.hark.audio.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Sound;
import dev.hark.audio.Tones;
import dev.hark.fault.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("SND-38")
class OpusTest {
  private static final int RATE = 48_000;

  @TempDir Path folder;

  private static double tone(double seconds) {
    return seconds < 0.25 || seconds > 1.75 ? 0 : 0.5 * Math.sin(2 * Math.PI * 440 * seconds);
  }

  private static double sweep(double seconds) {
    return 0.4 * Math.sin(60 * seconds * seconds);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFileIsReadAsTheSoundThatWasCoded(int channels) {
    byte[] file = OpusFiles.of(channels, 2.005, OpusTest::tone);
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, "a.ogg", file));
    assertEquals(SoundFacts.Form.OGG_OPUS, heard.facts().form());
    assertEquals(RATE, heard.facts().rate());
    assertEquals(channels, heard.facts().channels());
    assertEquals(2005, heard.facts().length().toMillis(), "without what fills the last packet");
    assertFalse(heard.facts().cutOff());
    short[] middle = Arrays.copyOfRange(heard.samples(), 8_000, 24_000);
    assertEquals(440, Tones.frequency(middle, 16_000), 1);
    assertEquals(16_384.0 / 12_000, Tones.level(middle), 0.1);
    assertEquals(0, Tones.level(Arrays.copyOf(heard.samples(), 3_000)), 0.02);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anyPlaceSoundsAsItDoesInItsTurn(int channels) {
    byte[] file = OpusFiles.of(channels, 30.01, OpusTest::sweep);
    try (Sound sound = SeekableSound.open(file, "it")) {
      assertEquals(Math.round(30.01 * RATE), sound.size());
      short[] inTurn = Tones.whole(sound).samples();
      Random random = new Random(5);
      for (int i = 0; i < 40; i++) {
        int from = i == 0 ? inTurn.length - 3000 : random.nextInt(inTurn.length - 3000);
        short[] there = new short[3000];
        assertEquals(3000, sound.read(from, there, 0, 3000));
        short[] wanted = Arrays.copyOfRange(inTurn, from, from + 3000);
        assertTrue(difference(wanted, there) < 0.02, i + " at " + from);
      }
    }
  }

  /** Power of the difference, against that of the sound. */
  private static double difference(short[] one, short[] other) {
    double apart = 0;
    double power = 1;
    for (int i = 0; i < one.length; i++) {
      apart += Math.pow(one[i] - other[i], 2);
      power += Math.pow(one[i], 2);
    }
    return apart / power;
  }

  @Test
  void oneThatBreaksOffIsSaidToBeCut() {
    byte[] file = OpusFiles.of(1, 20, OpusTest::sweep);
    byte[] half = Arrays.copyOf(file, file.length / 2);
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, "a.ogg", half));
    assertTrue(heard.facts().cutOff());
    assertEquals(10.0, heard.facts().length().toMillis() / 1e3, 3);
    try (Sound sound = SeekableSound.open(half, "it")) {
      assertEquals(10.0, sound.length().toMillis() / 1e3, 3);
    }
  }

  @Test
  void aBrokenFileIsSaidOrHeardAndNothingElse() {
    byte[] file = OpusFiles.of(2, 5, OpusTest::sweep);
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      byte[] broken = file.clone();
      int most = round % 3 == 0 ? 120 : broken.length;
      for (int i = 0; i < 1 + round % 7; i++) {
        broken[random.nextInt(most)] = (byte) random.nextInt();
      }
      try (Sound sound = SeekableSound.open(broken, "it")) {
        short[] there = new short[3000];
        for (int i = 0; i < 5; i++) {
          sound.read((long) (random.nextDouble() * sound.size()), there, 0, 3000);
        }
      } catch (Fault.BadFile fault) {
        assertTrue(fault.sentence().key().startsWith("audio."), fault.sentence().key());
      }
    }
    byte[] headless = Arrays.copyOf(file, 60);
    assertThrows(Fault.BadFile.class, () -> SeekableSound.open(headless, "it"));
  }
}
