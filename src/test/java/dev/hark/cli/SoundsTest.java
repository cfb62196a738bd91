package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.hub.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile and a setting both say whether there are short sounds. */
final class SoundsTest {
  @TempDir static Path hubHome;

  /** Seconds of the greeting, before which there is a sound where there are any. */
  private static double greeting(String hub, Path home, String profile, String setting)
      throws IOException {
    Path config = Files.createDirectories(home.resolve(".config/hark"));
    Path voices = Files.createDirectories(config.resolve("voices"));
    Files.writeString(voices.resolve("mine.yaml"), "name: mine\nsounds: " + profile + "\n");
    Files.writeString(config.resolve("settings"), "voice = mine\n" + setting);
    Path sound = home.resolve("sound");
    HarkRun.Outcome worked =
        new HarkRun(home)
            .typing("q")
            .run("--speak", "--sees", "no", "--hub", hub, "--sound-to", sound.toString());
    assertEquals(0, worked.code(), worked.err());
    String first = Files.readAllLines(sound.resolve("heard.txt")).getFirst();
    return Double.parseDouble(first.split("\\s+", 3)[1]);
  }

  @Test
  @Requirement("SND-26")
  void theSettingHasTheLastWordAboutSoundsAndTheProfileWhereItIsNotSet(@TempDir Path home)
      throws IOException {
    try (Connection hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {})) {
      double without = greeting(hub.address(), home.resolve("a"), "no", "");
      double with = greeting(hub.address(), home.resolve("b"), "yes", "");
      assertTrue(with > without, with + " " + without);
      assertEquals(without, greeting(hub.address(), home.resolve("c"), "yes", "sounds = no\n"));
      assertEquals(with, greeting(hub.address(), home.resolve("d"), "no", "sounds = yes\n"));
    }
  }
}
