package dev.hark.audio.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, a real sound server, devices that are not there. */
class VirtualSoundTest {
  @TempDir static Path place;
  private static @Nullable VirtualSound server;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    server = VirtualSound.open(place);
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
  }

  private static Clip spoken(String text) {
    short[] all = new short[VirtualSound.RATE * 20];
    int[] length = {0};
    try (FreeTtsSynthesizer kevin = new FreeTtsSynthesizer()) {
      kevin.speak(
          text,
          Locale.ENGLISH,
          180,
          (samples, count, rate) -> {
            System.arraycopy(samples, 0, all, length[0], count);
            length[0] += count;
            return true;
          });
    }
    return new Clip(Arrays.copyOf(all, length[0]), VirtualSound.RATE);
  }

  private static VirtualSound sound() {
    return Objects.requireNonNull(server);
  }

  private Process program(Class<?> main, String... arguments) throws IOException {
    List<String> command = TestJvm.command(main);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(sound().environment());
    return builder.redirectError(folder.resolve("log").toFile()).start();
  }

  @Test
  @Requirement("SND-15")
  void whatIsPlayedIsHeardOnADeviceSampleBySample() throws Exception {
    Clip words = spoken("The old lighthouse keeper rowed out at dawn.");
    Wav.write(folder.resolve("in.wav"), words);
    Path report = folder.resolve("report.txt");
    Process player =
        program(DeviceProbe.class, folder.resolve("in.wav").toString(), report.toString());
    assertTrue(player.waitFor(60, TimeUnit.SECONDS), "hangs");
    assertEquals(0, player.exitValue(), Files.readString(folder.resolve("log")));
    assertEquals("DEVICE", Files.readAllLines(report).getFirst());
    Clip heard = sound().sink().awaitQuiet(Duration.ofMillis(200));
    assertTrue(RawSound.share(heard, words) > 0.9, "share " + RawSound.share(heard, words));
    assertTrue(RawSound.share(heard, spoken("Something else was said.")) < 0.1);
  }

  @Test
  @Requirement("SND-15")
  void whatIsSaidToTheMicrophoneIsRecorded() throws Exception {
    Clip words = spoken("Submit three words.");
    Path raw = folder.resolve("mic.raw");
    Process listener = program(MicrophoneProbe.class, raw.toString());
    BufferedReader says = listener.inputReader();
    assertEquals("listening", says.readLine(), Files.readString(folder.resolve("log")));
    sound().source().feed(words);
    VirtualSound.await("the end of the words", () -> RawSound.share(read(raw), words) > 0.9);
    listener.outputWriter().append("enough\n").flush();
    assertTrue(listener.waitFor(60, TimeUnit.SECONDS), "hangs");
  }

  private static Clip read(Path raw) {
    try {
      return RawSound.clip(Files.readAllBytes(raw));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
