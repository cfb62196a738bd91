package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.device.VirtualSound;
import dev.hark.audio.device.VirtualSource;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.cli.hub.Connection;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program over a real sound server with two microphones. */
@Requirement("VOI-55")
final class TwoMicrophonesTest {
  @TempDir static Path hubHome;
  private static @Nullable Connection hub;
  @TempDir Path place;
  @TempDir Path home;

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    if (hub != null) {
      hub.close();
    }
  }

  private void settings(String microphone) throws IOException {
    Files.createDirectories(home.resolve(".config/hark"));
    Files.writeString(
        home.resolve(".config/hark/settings"),
        "speech = reader%nheadphones = yes%nmicrophone-device = %s%n".formatted(microphone));
  }

  private RunningHark work(VirtualSound sound) throws IOException {
    return RunningHark.start(
        home,
        sound.environment(),
        "work",
        "--voice",
        "--sees",
        "no",
        "--hub",
        Objects.requireNonNull(hub).address());
  }

  private static void say(VirtualSource microphone, String text)
      throws IOException, InterruptedException {
    try (FreeTtsSynthesizer kevin = new FreeTtsSynthesizer()) {
      Speech speech = Speech.of(kevin, Locale.ENGLISH, text).inRoom(1600, 8000, 1);
      microphone.feed(new Clip(speech.samples(), VirtualSound.RATE));
    }
  }

  @Test
  @Requirement("VOI-57")
  void theOneThatIsNamedListensAndTheUsualOneTakesItsPlaceWhileItIsUnplugged() throws Exception {
    settings("HEAD");
    try (VirtualSound sound = VirtualSound.open(place)) {
      VirtualSource headset = sound.plugInMicrophone("headset");
      try (RunningHark hark = work(sound)) {
        hark.waitFor("Say hey hark, and then a command.");
        say(headset, "hey hark");
        hark.waitFor("Yes?");
        headset.unplug();
        say(sound.source(), "hey hark");
        hark.waitFor("Yes?");
        hark.waitFor("There is no microphone HEAD; the usual one listens. There are ");
        headset = sound.plugInMicrophone("headset");
        hark.waitFor("headset is there again and listens.");
        say(headset, "hey hark");
        hark.waitFor("Yes?");
        say(headset, "quit session");
        hark.waitFor("Goodbye.");
        assertEquals(0, hark.end());
      }
    }
  }

  @Test
  void whereItIsNotThereThoseThatAreAreNamedAndTheUsualOneListens() throws Exception {
    settings("desk");
    try (VirtualSound sound = VirtualSound.open(place);
        RunningHark hark = work(sound)) {
      hark.waitFor("There is no microphone desk; the usual one listens. There are ");
      hark.waitFor("Say hey hark, and then a command.");
      say(sound.source(), "hey hark");
      hark.waitFor("Yes?");
    }
  }

  @Test
  void doctorNamesThemAndTheOneThatListens() throws Exception {
    settings("headset");
    try (VirtualSound sound = VirtualSound.open(place)) {
      sound.plugInMicrophone("headset");
      try (RunningHark hark = RunningHark.start(home, sound.environment(), "doctor")) {
        hark.waitFor("Inputs: there are ");
        hark.waitFor("headset listens.");
        hark.end();
      }
      settings("desk");
      try (RunningHark hark = RunningHark.start(home, sound.environment(), "doctor")) {
        hark.waitFor("Inputs: There is no microphone desk; the usual one listens. There are ");
        hark.waitFor("headset.");
        hark.end();
      }
      sound.useMicrophone("headset");
      Files.delete(home.resolve(".config/hark/settings"));
      try (RunningHark hark = RunningHark.start(home, sound.environment(), "doctor")) {
        hark.waitFor("; headset, which your system chose, listens.");
        hark.waitFor("For Vosk too, get a small model from ");
        hark.end();
      }
    }
  }
}
