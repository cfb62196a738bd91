package dev.hark.cli.sound;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.audio.Clip;
import dev.hark.audio.device.RawSound;
import dev.hark.audio.device.VirtualSound;
import dev.hark.cli.Main;
import dev.hark.speech.Taken;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, on a device that is recorded. */
@Requirement("SND-15")
class ProgramSpeaksTest {
  @TempDir Path folder;

  @Test
  void theGreetingOfASessionIsHeardOnTheDeviceAsTheVoiceMadeIt() throws Exception {
    Taken taken = new Taken();
    try (FreeTtsSynthesizer kevin = new FreeTtsSynthesizer()) {
      String greeting = Wording.of(Locale.ENGLISH).say("cli.greeting-demo");
      kevin.speak(greeting, Locale.ENGLISH, 180, taken);
    }
    Clip expected = new Clip(taken.samples(), VirtualSound.RATE);
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"))) {
      Process hark = hark(sound);
      try {
        VirtualSound.await(
            "the greeting", () -> RawSound.share(sound.sink().recorded(), expected) > 0.8);
      } finally {
        hark.destroy();
        assertTrue(hark.waitFor(20, TimeUnit.SECONDS), "ends");
      }
    }
  }

  private Process hark(VirtualSound sound) throws Exception {
    List<String> command =
        TestJvm.command(Main.class, "-Dhark.root=" + System.getProperty("hark.root", "."));
    command.addAll(
        List.of("work", "--speak", "--lines", "--lang", "en", "--sees", "no", "--filter", "none"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(sound.environment());
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}
