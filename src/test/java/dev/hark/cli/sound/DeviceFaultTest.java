package dev.hark.cli.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.device.RawSound;
import dev.hark.audio.device.VirtualSink;
import dev.hark.audio.device.VirtualSound;
import dev.hark.speech.Taken;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech on real (virtual) devices that are pulled out, held, or one of two. */
@Requirement("SND-24")
class DeviceFaultTest {
  private static final String LONG =
      "The old lighthouse keeper rowed out at dawn, and the sea was calm and wide.";

  @TempDir Path folder;

  private static Clip spoken(String text) {
    Taken taken = new Taken();
    try (FreeTtsSynthesizer kevin = new FreeTtsSynthesizer()) {
      kevin.speak(text, Locale.ENGLISH, 180, taken);
    }
    return new Clip(taken.samples(), VirtualSound.RATE);
  }

  @Test
  void whereTheDeviceIsPulledOutSpeechGoesOnOnTheOtherOne() throws Exception {
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"));
        SpeakingProcess speech = new SpeakingProcess(sound.environment())) {
      VirtualSink other = sound.plugIn("other");
      sound.source().unplug();
      speech.expect("ready DEVICE");
      speech.tell(LONG);
      sound.sink().awaitSound();
      sound.sink().unplug();
      speech.tell("wait");
      speech.expect("said");
      Clip rest = other.awaitQuiet(Duration.ofMillis(200));
      double share = RawSound.share(rest, spoken(LONG));
      assertTrue(share > 0.4, "only " + share + " of it was heard after the change");
    }
  }

  @Test
  void whereThereIsNoOtherThatIsSaidOnceAndItSpeaksAgainOnceItIsBack() throws Exception {
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"));
        SpeakingProcess speech = new SpeakingProcess(sound.environment())) {
      speech.expect("ready DEVICE");
      speech.tell(LONG);
      sound.sink().awaitSound();
      sound.source().unplug();
      sound.sink().unplug();
      speech.tell("wait");
      speech.expect("audio.device-gone", "said");
      speech.tell("Nobody hears this.");
      speech.tell("wait");
      speech.expect("said");
      VirtualSink again = sound.plugIn("again");
      speech.expect("audio.device-back");
      speech.tell("Sent.");
      speech.tell("wait");
      speech.expect("said");
      Clip heard = again.awaitQuiet(Duration.ofMillis(200));
      assertTrue(RawSound.share(heard, spoken("Sent.")) > 0.9);
    }
  }

  @Test
  void aDeviceThatIsNotThereOrIsHeldIsTakenOnceItIsFree() throws Exception {
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"))) {
      Map<String, String> environment = new HashMap<>(sound.environment());
      Path later = folder.resolve("later");
      String server = environment.put("PULSE_SERVER", "unix:" + later);
      try (SpeakingProcess speech = new SpeakingProcess(environment)) {
        speech.expect("audio.no-device", "ready NONE");
        speech.tell("Nobody hears this.");
        speech.tell("wait");
        speech.expect("said");
        Files.createSymbolicLink(later, Path.of(server.substring("unix:".length())));
        speech.expect("audio.device-back");
        speech.tell("Sent.");
        speech.tell("wait");
        speech.expect("said");
        Clip heard = sound.sink().awaitQuiet(Duration.ofMillis(200));
        assertTrue(RawSound.share(heard, spoken("Sent.")) > 0.9);
      }
    }
  }

  @Test
  @Requirement("SND-25")
  void ofTwoDevicesTheOneThatIsNamedPlaysAndForAnUnknownNameTheUsualOne() throws Exception {
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"))) {
      VirtualSink headset = sound.plugIn("headset");
      try (SpeakingProcess speech = new SpeakingProcess(sound.environment(), "Headset")) {
        speech.expect("ready DEVICE");
        speech.tell("Sent.");
        speech.tell("wait");
        speech.expect("said");
      }
      Clip heard = headset.awaitQuiet(Duration.ofMillis(200));
      assertTrue(RawSound.share(heard, spoken("Sent.")) > 0.9);
      assertEquals(0, RawSound.share(sound.sink().recorded(), spoken("Sent.")), 0.001);
      try (SpeakingProcess speech = new SpeakingProcess(sound.environment(), "gramophone")) {
        speech.expect("audio.no-such-device", "ready DEVICE");
        speech.tell("Sent.");
        speech.tell("wait");
        speech.expect("said");
      }
      Clip usual = sound.sink().awaitQuiet(Duration.ofMillis(200));
      assertTrue(RawSound.share(usual, spoken("Sent.")) > 0.9);
    }
  }
}
