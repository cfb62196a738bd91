package dev.hark.audio.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Tones;
import dev.hark.fault.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFileTest {
  private static final double QUARTER = 0.25;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"tone.flac, FLAC", "tone.mp3, MP3", "tone.ogg, OGG_VORBIS"})
  @Requirement("AUD-10")
  void eachKindOfFileIsReadAsTheSameSound(String name, SoundFacts.Form form) {
    // 440 Hz for 1.5 s at half of full scale, with a quarter of a second of silence at each end.
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, name, Sounds.kept(name)));
    assertEquals(form, heard.facts().form());
    assertEquals(22_050, heard.facts().rate());
    assertEquals(1, heard.facts().channels());
    assertEquals(2.0, heard.samples().length / 16_000.0, 0.15);
    short[] middle = Arrays.copyOfRange(heard.samples(), 8_000, 24_000);
    assertEquals(440, Tones.frequency(middle, 16_000), 1);
    assertEquals(16_384.0 / 12_000, Tones.level(middle), 0.1);
    short[] start = Arrays.copyOf(heard.samples(), (int) (QUARTER / 2 * 16_000));
    assertEquals(0, Tones.level(start), 0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 8000, 1",
    "1, 16, 11025, 1",
    "1, 24, 44100, 2",
    "1, 32, 48000, 1",
    "3, 32, 96000, 2",
    "1, 16, 12347, 6",
    "1, 16, 16000, 1"
  })
  @Requirement("AUD-10")
  void wavOfAnyFormAndRateIsReadAsTheSameSound(int tag, int bits, int rate, int channels) {
    byte[] file =
        Sounds.wav(
            tag,
            bits,
            rate,
            channels,
            1,
            (_, seconds) -> 0.5 * Math.sin(2 * Math.PI * 1000 * seconds));
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, "a.wav", file));
    assertEquals(16_000, heard.samples().length, 2);
    short[] middle = Arrays.copyOfRange(heard.samples(), 1_000, 15_000);
    assertEquals(1000, Tones.frequency(middle, 16_000), 1);
    assertEquals(16_384.0 / 12_000, Tones.level(middle), 0.03);
    assertEquals(rate, heard.facts().rate());
    assertFalse(heard.facts().twoSides());
    assertFalse(heard.facts().overdriven());
  }

  @Test
  @Requirement("AUD-10")
  void whatALowRateCannotCarryIsTakenAwayAndDoesNotComeBackAsAnotherTone() {
    byte[] high =
        Sounds.wav(
            1, 16, 44_100, 1, 1, (_, seconds) -> 0.5 * Math.sin(2 * Math.PI * 12_000 * seconds));
    short[] heard = Sounds.read(Sounds.file(folder, "high.wav", high)).samples();
    assertEquals(0, Tones.level(Arrays.copyOfRange(heard, 1_000, 15_000)), 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stereo24.flac", "stereo.mp3", "stereo.ogg"})
  @Requirement("AUD-11")
  void twoSpeakersOnTwoSidesAreMixedAndSaid(String name) {
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, name, Sounds.kept(name)));
    assertEquals(2, heard.facts().channels());
    assertTrue(heard.facts().twoSides(), () -> heard.facts().toString());
    // Each side at half its level: their powers add up.
    short[] middle = Arrays.copyOfRange(heard.samples(), 3_000, 7_000);
    assertEquals(16_384.0 / 12_000 / Math.sqrt(2), Tones.level(middle), 0.05);
  }

  @Test
  @Requirement("AUD-11")
  void sidesThatTakeEachOtherAwayAreSaidAndOneCanBeTaken() {
    byte[] file =
        Sounds.wav(
            1,
            16,
            16_000,
            2,
            1,
            (channel, seconds) ->
                (channel == 0 ? 0.5 : -0.5) * Math.sin(2 * Math.PI * 300 * seconds));
    Path path = Sounds.file(folder, "turned.wav", file);
    assertTrue(Sounds.read(path).facts().turnedOver());
    try (SoundFile first = SoundFile.open(path, SoundFile.Mix.FIRST)) {
      short[] all = new short[16_000];
      assertEquals(16_000, first.read(all));
      assertEquals(16_384.0 / 12_000, Tones.level(all), 0.03);
    }
  }

  @Test
  @Requirement("AUD-12")
  void clippingIsFound() {
    byte[] file =
        Sounds.wav(
            1, 16, 16_000, 1, 1, (_, seconds) -> 1.5 * Math.sin(2 * Math.PI * 300 * seconds));
    assertTrue(Sounds.read(Sounds.file(folder, "loud.wav", file)).facts().overdriven());
  }

  @Test
  @Requirement("AUD-12")
  void aFileThatIsCutOffIsReadAsFarAsItGoesAndSaid() {
    byte[] wav = Sounds.wav(1, 16, 16_000, 1, 4, (_, seconds) -> Math.sin(seconds));
    Sounds.Heard half = Sounds.read(Sounds.file(folder, "half.wav", half(wav)));
    assertEquals(32_000, half.samples().length, 100);
    assertTrue(half.facts().cutOff());
    assertEquals(Duration.ofSeconds(4), half.facts().promised().orElseThrow());
    assertFalse(Sounds.read(Sounds.file(folder, "whole.wav", wav)).facts().cutOff());
    byte[] flac = Sounds.kept("tone.flac");
    assertTrue(Sounds.read(Sounds.file(folder, "half.flac", half(flac))).facts().cutOff());
    assertFalse(Sounds.read(Sounds.file(folder, "whole.flac", flac)).facts().cutOff());
    assertTrue(
        Sounds.read(Sounds.file(folder, "half.mp3", half(Sounds.kept("tone.mp3")))).samples().length
            > 10_000);
    Path ogg = Sounds.file(folder, "part.ogg", part(Sounds.kept("tone.ogg"), 0.9));
    assertTrue(Sounds.read(ogg).facts().cutOff());
    assertFalse(
        Sounds.read(Sounds.file(folder, "whole.ogg", Sounds.kept("tone.ogg"))).facts().cutOff());
  }

  private static byte[] half(byte[] file) {
    return part(file, 0.5);
  }

  private static byte[] part(byte[] file, double share) {
    return Arrays.copyOf(file, (int) (file.length * share));
  }

  @Test
  @Requirement("AUD-12")
  void whatIsNoRecordingIsSaidInASentence() throws IOException {
    assertFault("audio.missing", folder.resolve("none.wav"));
    assertFault("audio.no-bytes", Sounds.file(folder, "empty.wav", new byte[0]));
    assertFault("audio.unreadable", folder);
    assertFault(
        "audio.not-sound",
        Sounds.file(folder, "a.mp3", "hello, world, hello".getBytes(StandardCharsets.UTF_8)));
    assertFault(
        "audio.ends-in-head",
        Sounds.file(folder, "head.wav", "RIFFxxxxWAVE".getBytes(StandardCharsets.UTF_8)));
    assertFault(
        "audio.ends-in-head",
        Sounds.file(folder, "head.flac", Arrays.copyOf(Sounds.kept("tone.flac"), 20)));
    assertFault(
        "audio.not-sound",
        Sounds.file(folder, "head.ogg", Arrays.copyOf(Sounds.kept("tone.ogg"), 40)));
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("long.wav").toFile(), "rw")) {
      byte[] second = Sounds.wav(1, 8, 16_000, 1, 1, (_, _) -> 0);
      file.write(second, 0, 40);
      file.write(new byte[4]);
      file.setLength(44 + 16_000L * Duration.ofHours(4).toSeconds() + 1);
    }
    assertFault("audio.too-many-hours", folder.resolve("long.wav"));
  }

  /** As it is written into a pipe. */
  @Test
  @Requirement("AUD-12")
  void aFlacThatDoesNotSayHowLongItIsIsReadToItsEnd() throws IOException {
    byte[] flac = Sounds.kept("tone.flac");
    byte[] untold = flac.clone();
    untold[21] = (byte) (untold[21] & 0xf0);
    Arrays.fill(untold, 22, 26, (byte) 0);
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, "untold.flac", untold));
    Sounds.Heard whole = Sounds.read(Sounds.file(folder, "told.flac", flac));
    assertEquals(whole.samples().length, heard.samples().length);
    byte[] nothingSaid = flac.clone();
    nothingSaid[4] = (byte) (nothingSaid[4] | 1);
    assertFault("audio.not-sound", Sounds.file(folder, "no-info.flac", nothingSaid));
  }

  /** So that each word stands at its time, and nothing is said to be missing at the end. */
  @Test
  @Requirement("TRN-87")
  void aFlacWithABrokenFrameKeepsItsLength() throws IOException {
    byte[] flac = Sounds.kept("tone.flac");
    Sounds.Heard whole = Sounds.read(Sounds.file(folder, "whole.flac", flac));
    byte[] broken = flac.clone();
    Arrays.fill(broken, flac.length / 3, flac.length / 3 + 100, (byte) 0x55);
    Sounds.Heard heard = Sounds.read(Sounds.file(folder, "broken.flac", broken));
    assertTrue(heard.facts().damaged() > 0);
    assertEquals(whole.samples().length, heard.samples().length);
    assertFalse(heard.facts().cutOff());
  }

  private static void assertFault(String key, Path file) {
    Fault.BadFile fault = assertThrows(Fault.BadFile.class, () -> Sounds.read(file));
    assertEquals(key, fault.sentence().key(), () -> fault.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tone.flac", "tone.mp3", "tone.ogg", "stereo24.flac", "stereo.mp3", "stereo.ogg"})
  @Requirement("AUD-12")
  void brokenBytesEndInASentenceOrInSoundAndNeverInACrash(String name) {
    byte[] whole = Sounds.kept(name);
    Random random = new Random(20261127);
    for (int round = 0; round < 12; round++) {
      byte[] broken = whole.clone();
      int changes = 1 + random.nextInt(20);
      for (int i = 0; i < changes; i++) {
        int most = random.nextBoolean() ? 200 : broken.length;
        broken[random.nextInt(Math.min(most, broken.length))] = (byte) random.nextInt();
      }
      Path file = Sounds.file(folder, round + name, broken);
      try {
        assertTrue(Sounds.read(file).samples().length < 20 * 16_000);
      } catch (Fault.BadFile fault) {
        assertTrue(fault.sentence().key().startsWith("audio."));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone.flac", "tone.mp3", "tone.ogg"})
  @Requirement("AUD-10")
  void aWorkerHearsEachKindToo(String name) {
    SeekableSound clip = SeekableSound.open(Sounds.kept(name), name);
    assertTrue(clip.rate() >= 16_000);
    assertEquals(2, clip.length().toMillis() / 1000.0, 0.15);
    byte[] wav = Sounds.wav(1, 16, 8_000, 1, 1, (_, seconds) -> Math.sin(seconds));
    assertEquals(8_000, SeekableSound.open(wav, "a.wav").rate());
    assertThrows(Fault.BadFile.class, () -> SeekableSound.open(new byte[10], "nothing"));
  }

  @Test
  @Requirement("AUD-12")
  void aTagWithAPictureBeforeTheSoundIsPassedOver() {
    byte[] mp3 = Sounds.kept("tone.mp3");
    int length = 300_000;
    byte[] tagged = new byte[10 + length + mp3.length];
    byte[] head = {
      'I', 'D', '3', 4, 0, 0, 0, (byte) (length >> 14), (byte) (length >> 7 & 0x7f), 0
    };
    head[9] = (byte) (length & 0x7f);
    System.arraycopy(head, 0, tagged, 0, 10);
    System.arraycopy(mp3, 0, tagged, 10 + length, mp3.length);
    assertEquals(
        Sounds.read(Sounds.file(folder, "plain.mp3", mp3)).samples().length,
        Sounds.read(Sounds.file(folder, "tagged.mp3", tagged)).samples().length);
  }
}
