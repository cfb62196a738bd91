package dev.hark.audio.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sound calls, with ALSA configured to have a device that is a file, or to have none. */
class DeviceTest {
  @TempDir Path folder;

  private List<String> play(String configuration) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "ALSA is on Linux only");
    short[] samples = new short[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 4000 + 1);
    }
    Path recording = folder.resolve("in.wav");
    Wav.write(recording, new Clip(samples, 16_000));
    Path alsa = folder.resolve("asound.conf");
    Files.writeString(alsa, configuration);
    Path report = folder.resolve("report.txt");
    List<String> command = TestJvm.command(DeviceProbe.class);
    command.addAll(List.of(recording.toString(), report.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ALSA_CONFIG_PATH", alsa.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "hangs");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log")));
    return Files.readAllLines(report);
  }

  @Test
  @Requirement("SND-7")
  void everySampleReachesTheDevice() throws Exception {
    Path raw = folder.resolve("out.raw");
    List<String> report =
        play(
            """
            pcm.!default { type plug slave.pcm "tofile" }
            pcm.tofile { type file slave.pcm "silent" file "%s" format "raw" }
            pcm.silent { type null }
            """
                .formatted(raw));
    assumeTrue(report.getFirst().equals("DEVICE"), "this machine's ALSA has no file plugin");
    assertEquals(List.of("DEVICE", "1000"), report);
    byte[] heard = Files.readAllBytes(raw);
    byte[] file = Files.readAllBytes(folder.resolve("in.wav"));
    assertArrayEquals(java.util.Arrays.copyOfRange(file, 44, file.length), heard);
  }

  @Test
  @Requirement("SND-9")
  void withoutADeviceThatIsSaidOnceAndNothingHangs() throws Exception {
    assertEquals(List.of("audio.no-device", "NONE", "1000"), play("# nothing\n"));
  }

  @Test
  @Requirement("SND-13")
  void theDevicesOfThisMachineAreFoundInTimeWhateverTheyAre() {
    long start = System.nanoTime();
    Devices.find(Duration.ofSeconds(2))
        .ifPresent(found -> found.outputs().forEach(name -> assertTrue(!name.isBlank())));
    assertTrue(System.nanoTime() - start < 4_000_000_000L);
    // Whether the system is quicker than no time at all is chance; that nobody waits is not.
    long again = System.nanoTime();
    var _ = Devices.find(Duration.ZERO);
    assertTrue(System.nanoTime() - again < 1_000_000_000L, "a bound that is over is kept");
  }
}
