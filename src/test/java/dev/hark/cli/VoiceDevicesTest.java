package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.device.VirtualSound;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.cli.hub.Connection;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.pocketsphinx.PocketSphinx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program over a real sound server: it speaks into a device, and listens to another. */
final class VoiceDevicesTest {
  /** Longer than a pause inside what Hark says. */
  private static final Duration SILENT = Duration.ofMillis(600);

  /** From the beginning of a word to silence, with what a loaded machine adds. */
  private static final int SOON = VirtualSound.RATE * 12 / 10;

  @TempDir static Path hubHome;
  private static @Nullable Connection hub;
  private static final FreeTtsSynthesizer VOICE = new FreeTtsSynthesizer();
  @TempDir Path place;
  @TempDir Path home;
  private @Nullable VirtualSound server;
  private @Nullable RunningHark running;

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    if (hub != null) {
      hub.close();
    }
    VOICE.close();
  }

  @BeforeEach
  void open() throws IOException {
    server = VirtualSound.open(place);
  }

  @AfterEach
  void close() {
    if (running != null) {
      running.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private VirtualSound sound() {
    return Objects.requireNonNull(server);
  }

  private RunningHark start(boolean headphones) throws IOException {
    Files.createDirectories(home.resolve(".config/hark"));
    Files.writeString(
        home.resolve(".config/hark/settings"), "headphones = " + (headphones ? "yes" : "no"));
    running =
        RunningHark.start(
            home,
            sound().environment(),
            "work",
            "--voice",
            "--speak",
            "--profile",
            "fast",
            "--sees",
            "no",
            "--hub",
            Objects.requireNonNull(hub).address());
    running.waitFor("I am getting ready to listen.");
    running.waitFor("Say hey hark, and then a command.");
    // It presents a task still; the phrase that wakes it stops that.
    return running;
  }

  /** Lets the microphone hear it, in a room that is never quite still. */
  private void say(String text) throws IOException, InterruptedException {
    Speech speech = Speech.of(VOICE, Locale.ENGLISH, text).inRoom(1600, 8000, 1);
    sound().source().feed(new Clip(speech.samples(), VirtualSound.RATE));
  }

  /** Says it, reads the answer, and lets it be said whole. */
  private void ask(RunningHark hark, String text, String answer)
      throws IOException, InterruptedException {
    say(text);
    hark.waitFor(answer);
    sound().sink().awaitQuiet(SILENT);
  }

  /** Where the sound stopped, counted from when somebody began to speak. */
  private int stoppedAfter(String text) throws IOException, InterruptedException {
    int from = sound().sink().length();
    say(text);
    return sound().sink().silentFrom(from, SILENT) - from;
  }

  private void speaksNow(RunningHark hark) throws IOException, InterruptedException {
    say("what can i say");
    hark.waitFor("You can say:");
    int from = sound().sink().length();
    VirtualSound.await("speech", () -> lastSound() > from);
  }

  private int lastSound() {
    short[] all = sound().sink().recorded().samples();
    int last = all.length - 1;
    while (last >= 0 && all[last] == 0) {
      last--;
    }
    return last;
  }

  @Test
  @Requirement("VOI-33")
  void withHeadphonesSpeakingStopsTheSpeech() throws Exception {
    RunningHark hark = start(true);
    ask(hark, "hey hark", "Yes?");
    speaksNow(hark);
    int stopped = stoppedAfter("where am i");
    hark.waitFor("Task 1 of");
    assertTrue(stopped >= 0 && stopped < SOON, "silent after " + stopped + " samples");
    say("quit session");
    hark.waitFor("Goodbye.");
    assertEquals(0, hark.end());
  }

  @Test
  @Requirement("VOI-37")
  void overDevicesATaskIsAcceptedAnsweredAndHandedIn() throws Exception {
    assumeTrue(
        PocketSphinx.find(System.getenv().getOrDefault("PATH", "")).isPresent(),
        "pocketsphinx is not installed");
    RunningHark hark = start(true);
    ask(hark, "hey hark", "Yes?");
    ask(hark, "accept", "Accept this task?");
    ask(hark, "yes", "Accepted.");
    ask(hark, "record", "Speak; a pause ends.");
    ask(hark, "the people of the city went back to the market", "the people of the city");
    // What it is not sure of follows; "hey hark" is understood whether it waits for more or not.
    ask(hark, "hey hark", "Yes?");
    ask(hark, "submit", "Submit 10 words for");
    ask(hark, "yes", "Sent.");
    say("quit session");
    hark.waitFor("Goodbye.");
    assertEquals(0, hark.end());
    String earned =
        new HarkRun(home).run("earnings", "--hub", Objects.requireNonNull(hub).address()).out();
    assertTrue(earned.contains("pending"), earned);
  }
}
