package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.cli.hub.Connection;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import dev.hark.speech.listen.pocketsphinx.PocketSphinx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that are only spoken: a recording stands for the microphone, files for the speaker. */
final class VoiceSessionTest {
  private static final int GAP = Recognizer.RATE * 12 / 10;
  private static final int LONG_GAP = Recognizer.RATE * 22 / 10;

  @TempDir static Path hubHome;
  private static Connection hub;
  @TempDir Path home;

  @BeforeAll
  static void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
  }

  @AfterAll
  static void stopHub() {
    hub.close();
  }

  /** Says each, with pauses between them; a longer pause follows what is not a command. */
  private Path said(String... texts) {
    Samples all = new Samples();
    try (FreeTtsSynthesizer voice = new FreeTtsSynthesizer()) {
      for (String text : texts) {
        int gap = text.startsWith("*") ? LONG_GAP : GAP;
        Speech speech =
            Speech.of(voice, Locale.ENGLISH, text.replace("*", ""))
                .inRoom(Recognizer.RATE / 3, gap, 1);
        all.add(speech.samples(), speech.samples().length);
      }
    }
    Path file = home.resolve("said.wav");
    Wav.write(file, new Clip(all.all(), Recognizer.RATE));
    return file;
  }

  private HarkRun.Outcome session(Path said, Path sound) {
    return new HarkRun(home)
        .with("PATH", System.getenv().getOrDefault("PATH", ""))
        .run(
            "work",
            "--voice",
            "--sound-from",
            said.toString(),
            "--speak",
            "--sound-to",
            sound.toString(),
            "--sees",
            "no",
            "--hub",
            hub.address());
  }

  @Test
  @Requirement({"VOI-20", "VOI-21", "VOI-30"})
  void aTaskIsFoundHeardRespokenReadBackAndHandedInByVoiceAlone(@TempDir Path sound)
      throws IOException {
    assumeTrue(
        PocketSphinx.find(System.getenv().getOrDefault("PATH", "")).isPresent(),
        "pocketsphinx is not installed");
    Path said =
        said(
            "next", // not awake yet
            "hey hark",
            "where am i",
            "accept",
            "yes",
            "play",
            "record",
            "*the people of the city went back to the market",
            "read back",
            "submit",
            "yes",
            "earnings",
            "quit session");
    HarkRun.Outcome worked = session(said, sound);
    assertEquals(0, worked.code(), worked.err());
    String heard = Files.readString(sound.resolve("heard.txt"));
    CommandsOnAHubTest.inOrder(
        heard,
        "tasks fit you",
        "Say hey hark, and then a command.",
        "Yes?",
        "Task 1 of",
        "Accept this task?",
        "Accepted.",
        "Speak; a pause ends.",
        "the people of the city",
        "10 words.",
        "Submit 10 words for",
        "Sent.",
        "Today ",
        "Goodbye.");
    String earned = new HarkRun(home).run("earnings", "--hub", hub.address()).out();
    assertTrue(earned.contains("pending"), earned);
  }

  @Test
  @Requirement("VOI-22")
  void whatIsNoCommandAndWhatWasNotAskedIsSaidOnce(@TempDir Path sound) throws IOException {
    HarkRun.Outcome worked =
        session(
            said(
                "hey hark",
                "the soup needs salt",
                "yes",
                "what can i say",
                "stop listening",
                "next"),
            sound);
    assertEquals(0, worked.code(), worked.err());
    String heard = Files.readString(sound.resolve("heard.txt"));
    CommandsOnAHubTest.inOrder(
        heard,
        "Yes?",
        "That is no command I know. Say: what can I say.",
        "Nothing was asked.",
        "You can say: next, previous, details, reviews, accept, skip task, hide requester",
        "I listen no more; say hey hark.",
        "The sound that I listened to is over.",
        "Goodbye.");
  }

  @Test
  @Requirement("VOI-12")
  void theDoctorTellsHowToGetAModelAndWhichFolderIsNone() throws IOException {
    HarkRun hark = new HarkRun(home);
    assertTrue(hark.run("doctor").out().contains("Recognisers: sphinx4; your language"));
    String dutch = hark.run("doctor", "--lang", "nl").out();
    assertTrue(dutch.contains("Haal een klein model"), dutch);
    Files.createDirectories(home.resolve(".config/hark"));
    Files.writeString(home.resolve(".config/hark/settings"), "recognizer-model = " + home + "\n");
    String ill = hark.run("doctor").out();
    assertTrue(ill.contains("Recognisers: " + home + " holds no Vosk model."), ill);
  }

  @Test
  @Requirement("VOI-23")
  void commandsInALanguageWithoutAModelAreRefusedInOneSentenceAndKeysGoOn(@TempDir Path sound)
      throws IOException {
    HarkRun.Outcome worked =
        new HarkRun(home)
            .typing("q")
            .run(
                "work",
                "--voice",
                "--sound-from",
                said("hey hark").toString(),
                "--lang",
                "nl",
                "--sees",
                "no",
                "--no-speak",
                "--hub",
                hub.address());
    assertEquals(0, worked.code(), worked.err());
    assertTrue(worked.out().contains("Tot ziens") || worked.out().contains("taken"), worked.out());
    HarkRun.Outcome silent =
        new HarkRun(home)
            .run(
                "work",
                "--voice",
                "--sound-from",
                home.resolve("missing.wav").toString(),
                "--sees",
                "no",
                "--no-speak",
                "--hub",
                hub.address());
    assertEquals(0, silent.code(), silent.err());
    CommandsOnAHubTest.inOrder(silent.out(), "There is no recording missing.wav.", "Goodbye.");
  }

  @Test
  @Requirement("VOI-31")
  void anAnswerIsSpokenByAKeyAndTakenBack() throws IOException {
    assumeTrue(
        PocketSphinx.find(System.getenv().getOrDefault("PATH", "")).isPresent(),
        "pocketsphinx is not installed");
    Path said = said("*the people of the city");
    HarkRun.Outcome worked =
        new HarkRun(home)
            .with("PATH", System.getenv().getOrDefault("PATH", ""))
            .typing("a", "record", "wait", "r", "z", "r", "record", "wait", "x", "y", "q")
            .run(
                "work",
                "--sound-from",
                said.toString(),
                "--sees",
                "no",
                "--no-speak",
                "--hub",
                hub.address());
    assertEquals(0, worked.code(), worked.err());
    CommandsOnAHubTest.inOrder(
        worked.out(),
        "Speak; a pause ends.",
        "the people of the city",
        "5 words.",
        "Taken back; there is no answer yet.",
        "There is no answer yet",
        "The sound that I listened to is over.",
        "your answer is as it was",
        "Given back.");
  }
}
