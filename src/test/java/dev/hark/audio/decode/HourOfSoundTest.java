package dev.hark.audio.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HourOfSoundTest {
  @TempDir Path folder;

  @Test
  @Requirement({"EAR-2", "SND-38"})
  void anyPlaceOfAnHourIsThereInATenthOfASecondAndTakesLittleMemory() throws Exception {
    Path wav = folder.resolve("hour.wav");
    LongSounds.wav(wav, 48_000, 2, 3600);
    Path flac = folder.resolve("hour.flac");
    LongSounds.flac(flac, 16_000, 3600 * 16_000, true, i -> i * 31 % 30_000);
    Path mp3 = folder.resolve("hour.mp3");
    LongSounds.mp3(mp3, "sweep.mp3", 300);
    Path ogg = folder.resolve("hour.ogg");
    LongSounds.ogg(ogg, Sounds.kept("sweep.ogg"), 390);
    Path opus = folder.resolve("hour.opus");
    LongSounds.ogg(opus, OpusFiles.of(2, 10.5, at -> 0.4 * Math.sin(900 * at * at)), 360);
    List<String> lines = measured(List.of(wav, flac, mp3, ogg, opus));
    assertEquals(5, lines.size(), lines::toString);
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      assertTrue(Integer.parseInt(parts[1]) >= 3590, line);
      assertTrue(Double.parseDouble(parts[3]) < 100, line);
    }
  }

  private static List<String> measured(List<Path> files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HourOfSound.class.getName()));
    files.forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.lines().toList();
  }
}
