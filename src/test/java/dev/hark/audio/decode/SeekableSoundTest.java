package dev.hark.audio.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Sound;
import dev.hark.audio.Tones;
import dev.hark.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeekableSoundTest {
  @TempDir Path folder;

  private Path made(String kind) throws IOException {
    Path file = folder.resolve("long." + kind);
    switch (kind) {
      case "wav" ->
          Files.write(
              file, Sounds.wav(1, 16, 22_050, 2, 60, (channel, at) -> Math.sin(at * at + channel)));
      case "flac" -> LongSounds.flac(file, 44_100, 60 * 44_100 + 77, true, i -> i * 31 % 30_000);
      case "untold.flac" -> LongSounds.flac(file, 16_000, 900_001, false, i -> i * 31 % 30_000);
      case "mp3" -> LongSounds.mp3(file, "stereo.mp3", 60);
      case "mono.mp3" -> LongSounds.mp3(file, "tone.mp3", 30);
      case "ogg" -> LongSounds.ogg(file, Sounds.kept("stereo.ogg"), 60);
      default -> Files.write(file, Sounds.kept(kind));
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wav", "flac", "untold.flac", "mp3", "mono.mp3", "sweep.ogg", "sweep.mp3"})
  @Requirement({"EAR-1", "EAR-2"})
  void anyPlaceSoundsAsItDoesInItsTurn(String kind) throws IOException {
    Path file = made(kind);
    short[] inTurn;
    try (Sound sound = SeekableSound.open(file)) {
      inTurn = Tones.whole(sound).samples();
      assertEquals(sound.size(), inTurn.length);
      assertTrue(sound.length().toSeconds() >= 12, sound.length()::toString);
    }
    try (Sound sound = SeekableSound.open(Files.readAllBytes(file), "it")) {
      Random random = new Random(5);
      for (int i = 0; i < 60; i++) {
        int from = i == 0 ? inTurn.length - 3000 : random.nextInt(inTurn.length - 3000);
        short[] there = new short[3000];
        assertEquals(3000, sound.read(from, there, 0, 3000));
        assertArrayEquals(Arrays.copyOfRange(inTurn, from, from + 3000), there, kind + " " + from);
      }
      short[] behind = new short[10];
      assertEquals(4, sound.read(sound.size() - 4, behind, 0, 10));
      assertEquals(0, sound.read(sound.size() + 99, behind, 0, 10));
    }
  }

  @Test
  @Requirement("EAR-1")
  void anythingAbove48KilohertzIsBroughtBelow() {
    byte[] wav = Sounds.wav(3, 32, 96_000, 1, 1, (_, at) -> 0.5 * Math.sin(2 * Math.PI * 440 * at));
    Sound sound = SeekableSound.open(wav, "fast");
    assertEquals(48_000, sound.rate());
    assertEquals(Duration.ofSeconds(1), sound.length());
    assertEquals(440, Tones.frequency(Tones.whole(sound).samples(), 48_000), 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wav", "flac", "mp3", "ogg"})
  @Requirement("EAR-3")
  void damageAnywhereIsOneSentenceOrSilenceAndNeverMore(String kind) throws IOException {
    byte[] good = Files.readAllBytes(made(kind));
    Random random = new Random(11);
    for (int round = 0; round < 25; round++) {
      byte[] bad = round % 3 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
      for (int i = 0; i < 1 << round % 10 && bad.length > 0; i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try (Sound sound = SeekableSound.open(bad, "it")) {
        for (int i = 0; i < 8; i++) {
          int from = random.nextInt((int) Math.clamp(sound.size(), 1, Integer.MAX_VALUE));
          int read = sound.read(from, new short[500], 0, 500);
          assertTrue(read >= 0 && read <= 500);
        }
      } catch (Fault.BadFile fault) {
        assertTrue(fault.sentence().key().startsWith("audio."), fault::toString);
      }
    }
  }

  @Test
  @Requirement("EAR-3")
  void whatIsNoSoundIsSaid() throws IOException {
    for (byte[] none :
        List.of(
            new byte[0],
            new byte[] {'R', 'I', 'F', 'F'},
            "fLaC and no more than that".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Sounds.wav(1, 16, 8_000, 1, 0, (_, _) -> 0))) {
      assertThrows(Fault.BadFile.class, () -> SeekableSound.open(none, "it"));
    }
    Fault missing =
        assertThrows(Fault.BadFile.class, () -> SeekableSound.open(folder.resolve("nothing.wav")));
    assertEquals("audio.missing", missing.sentence().key());
    Path endless = folder.resolve("endless.wav");
    LongSounds.wav(endless, 8_000, 1, 5 * 3600);
    Fault tooLong = assertThrows(Fault.BadFile.class, () -> SeekableSound.open(endless));
    assertEquals("audio.too-many-hours", tooLong.sentence().key());
  }
}
