package dev.hark.cli.sound;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.device.RawSound;
import dev.hark.audio.device.VirtualSound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a listener gets, in the recording of a (virtual) device. */
@Requirement("SND-29")
class ContinuousSpeechTest {
  private static final int SENTENCES = 12;
  private static final double MOST_MILLIS = 50;

  /** On a busy machine the sound server itself may get no time, now and then. */
  private static final int NOW_AND_THEN = 2;

  @TempDir Path folder;

  @Test
  void aMinuteOfSpeechHasNoGapWithinOrBetweenItsSentences() throws Exception {
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"));
        SpeakingProcess speech = new SpeakingProcess(sound.environment(), "hum")) {
      speech.expect("ready DEVICE");
      for (int i = 1; i <= SENTENCES; i++) {
        speech.tell(
            "then Number "
                + i
                + ": the old lighthouse keeper rowed out at dawn, and the sea was calm.");
      }
      speech.tell("wait");
      speech.expect("said");
      Clip heard = sound.sink().awaitQuiet(Duration.ofMillis(200));
      List<Double> gaps =
          RawSound.silences(heard).stream().filter(one -> one > MOST_MILLIS).toList();
      assertTrue(gaps.size() <= NOW_AND_THEN, "gaps of " + gaps + " ms");
    }
  }
}
