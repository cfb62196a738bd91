package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short sounds beside the words: what the setting says goes before what the voice says. */
@Requirement("SND-26")
final class SoundsSettingTest {
  @TempDir Path folder;

  /** How long the words at the end of all tasks sound, with or without a short sound before. */
  private double seconds(String name) throws IOException {
    Path sound = folder.resolve(name);
    HarkRun.Outcome outcome =
        new HarkRun(folder)
            .typing("previous", "quit")
            .run("work", "--speak", "--sees", "no", "--sound-to", sound.toString());
    assertEquals(0, outcome.code(), outcome.err());
    String line =
        Files.readAllLines(sound.resolve("heard.txt")).stream()
            .filter(heard -> heard.contains(WORDS))
            .findFirst()
            .orElseThrow(() -> new AssertionError(outcome.out()));
    return Double.parseDouble(line.split("[\t ]+", -1)[1].replace(',', '.'));
  }

  private static final String WORDS = "This is the first.";

  @Test
  void theSettingGoesBeforeTheProfile() throws IOException {
    Path voices = new HarkRun(folder).folders().made().config().resolve("voices");
    Files.createDirectories(voices);
    Files.writeString(voices.resolve("default.yaml"), "sounds: no\n");
    double without = seconds("profile-no");
    set("yes");
    double with = seconds("profile-no-setting-yes");
    assertTrue(with > without + 0.05, with + " and " + without);
    Files.writeString(voices.resolve("default.yaml"), "sounds: yes\n");
    assertEquals(with, seconds("profile-yes-setting-yes"), 0.02);
    set("no");
    assertEquals(without, seconds("profile-yes-setting-no"), 0.02);
  }

  private void set(String value) {
    assertEquals(0, new HarkRun(folder).run("settings", "set", "sounds", value).code());
  }
}
