package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.hub.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings as they should not be, through {@code hark request audio}. */
final class BadRecordingsTest {
  private static final int RATE = 16_000;
  private static final int SECONDS = 16;

  @TempDir static Path hubHome;
  private static @Nullable Connection hub;
  @TempDir Path home;

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    Objects.requireNonNull(hub).close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "silence      | 1 | Nobody speaks in talk.wav",
        "noise        | 1 | Nobody speaks in talk.wav",
        "clipping     | 0 | talk.wav is recorded too loud in many places",
        "two-speakers | 0 | The two channels of talk.wav differ greatly",
        "turned-over  | 0 | The two channels of talk.wav would take each other away",
        "cut-off      | 0 | talk.wav ends after",
        "rate-11025   | 0 | Posted",
        "rate-1234    | 0 | Posted",
        "rate-96000   | 0 | Posted",
        "text         | 1 | is no recording that can be read",
        "empty        | 1 | talk.wav",
        "head-only    | 1 | talk.wav",
        "garbage      | 1 | talk.wav",
        "missing      | 1 | talk.wav",
      })
  @Requirement({"AUD-109", "AUD-10", "AUD-11", "AUD-12", "AUD-14"})
  void isSaidInASentenceAndNeverACrash(String kind, int refused, String said) throws IOException {
    Path file = home.resolve("talk.wav");
    make(kind, file);
    HarkRun hark = new HarkRun(home).with("HARK_HUB", Objects.requireNonNull(hub).address());
    HarkRun.Outcome outcome =
        hark.run(
            "request",
            "audio",
            file.toString(),
            "--language",
            "en",
            "--name",
            "Radio Archive",
            "--workers",
            "1",
            "--reward",
            "0.18",
            "--currency",
            "EUR");
    String all = outcome.out() + outcome.err();
    assertTrue(all.contains(said), all);
    assertEquals(refused == 1, outcome.code() != 0, all);
    assertFalse(all.contains("Exception") || all.contains("\tat "), all);
    boolean noted;
    try (var files = Files.walk(home)) {
      noted = files.anyMatch(path -> path.toString().endsWith(".parts"));
    }
    assertEquals(refused == 0, noted, "nothing of a refused one was sent");
  }

  private static void make(String kind, Path file) throws IOException {
    switch (kind) {
      case "silence" -> Wav.write(file, new Clip(new short[SECONDS * RATE], RATE));
      case "noise" -> {
        Random random = new Random(4);
        short[] samples = new short[SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
          samples[i] = (short) (random.nextGaussian() * 2_000);
        }
        Wav.write(file, new Clip(samples, RATE));
      }
      case "clipping" ->
          Wav.write(
              file, new Clip(each(talk(RATE), one -> Math.clamp(one * 20L, -32768, 32767)), RATE));
      case "two-speakers" -> stereo(file, 1, 2);
      case "turned-over" -> stereo(file, 1, -1);
      case "cut-off" -> {
        byte[] whole = Wav.encode(new Clip(talk(RATE), RATE));
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
      }
      case "text" -> Files.writeString(file, "This is no sound, but a letter.");
      case "empty" -> Files.write(file, new byte[0]);
      case "head-only" ->
          Files.write(file, Arrays.copyOf(Wav.encode(new Clip(talk(RATE), RATE)), 44));
      case "garbage" -> {
        byte[] bytes = new byte[100_000];
        new Random(6).nextBytes(bytes);
        Files.write(file, bytes);
      }
      case "missing" -> {}
      default -> {
        int rate = Integer.parseInt(kind.substring("rate-".length()));
        Wav.write(file, new Clip(talk(rate), rate));
      }
    }
  }

  /** Phrases of five seconds with pauses of two. */
  private static short[] talk(int rate) {
    Random random = new Random(9);
    short[] samples = new short[SECONDS * rate];
    for (int i = 0; i < samples.length; i++) {
      boolean spoken = (i / rate) % 7 >= 2;
      double swell = Math.abs(Math.sin(Math.PI * i / rate * 5));
      samples[i] = (short) (random.nextGaussian() * (spoken ? 300 + 4000 * swell : 10));
    }
    return samples;
  }

  private static short[] each(short[] samples, IntUnaryOperator change) {
    short[] changed = new short[samples.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = (short) change.applyAsInt(samples[i]);
    }
    return changed;
  }

  /**
   * Somebody speaks on the left.
   *
   * @param second the same on the right, turned over where it is negative; else somebody else,
   *     whenever the first is silent
   */
  private static void stereo(Path file, int first, int second) throws IOException {
    short[] left = each(talk(RATE), one -> one * first);
    short[] right = new short[left.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = second < 0 ? (short) -left[i] : left[(i + 4 * RATE) % left.length];
    }
    ByteBuffer bytes = ByteBuffer.allocate(44 + 4 * left.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    bytes.putInt(36 + 4 * left.length);
    bytes.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    bytes.putInt(16).putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(4 * RATE);
    bytes.putShort((short) 4).putShort((short) 16);
    bytes.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    bytes.putInt(4 * left.length);
    for (int i = 0; i < left.length; i++) {
      bytes.putShort(left[i]).putShort(right[i]);
    }
    Files.write(file, bytes.array());
  }
}
