package dev.hark.cli.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.HandOutput;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.files.FilesOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Delivery;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.Quote;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.Utterance;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.text.Speakable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech, recordings, the floor and the output together, as a session has them. */
@Requirement("SND-4")
class JoinedSoundTest {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final Clip CLIP = new Clip(new short[16_000], 16_000);

  @TempDir Path folder;
  private final List<Sentence> news = new CopyOnWriteArrayList<>();
  private final Floor floor = new Floor();

  private SpeechQueue queue(SoundOutput output, Synthesizer engine) {
    SpeechQueue queue =
        new SpeechQueue(
            List.of(engine),
            180,
            SpeechQueue.PATIENCE,
            new Loudspeaker(output, floor, 100),
            news::add);
    floor.onRecording(queue::reconsider);
    return queue;
  }

  private static Utterance text(String text, Priority priority) {
    return new Utterance(text, Locale.ENGLISH, priority);
  }

  @Test
  void onADeviceTheRecordingWaitsForTheAnswerAndNewsForTheRecording() {
    HandOutput device = new HandOutput();
    try (ClipPlayer player = new ClipPlayer(device, floor);
        SpeechQueue queue = queue(device, new RecordingVoice("voice", "en"))) {
      player.load(CLIP);
      queue.say(text("Playing.", Priority.ANSWER));
      player.play();
      queue.say(text("News", Priority.BACKGROUND));
      device.hear(Duration.ofMillis(500));
      queue.say(text("Time", Priority.ANSWER));
      device.hearUntil(() -> !player.playing());
      device.hearUntil(() -> device.events().size() >= 10);
      device.awaitEvents(
          "speech begins",
          "speech ends",
          "task begins",
          "task stops",
          "speech begins",
          "speech ends",
          "task begins",
          "task ends",
          "speech begins",
          "speech ends");
    }
    assertEquals(List.of(), news);
  }

  @Test
  @Requirement("SAY-39")
  void onADeviceProgressIsNeverSaidBehindTheRecordingAndAWaitPausesIt() {
    HandOutput device = new HandOutput();
    try (ClipPlayer player = new ClipPlayer(device, floor);
        SpeechQueue queue = queue(device, new RecordingVoice("voice", "en"))) {
      player.load(CLIP);
      player.play();
      queue.say(text("Playing.", Priority.PROGRESS));
      device.hear(Duration.ofMillis(500));
      queue.say(text("Waiting for the hub.", Priority.WAIT));
      device.hearUntil(() -> !player.playing());
      device.awaitEvents(
          "task begins", "task stops", "speech begins", "speech ends", "task begins", "task ends");
      assertTrue(queue.awaitSilence(Duration.ZERO), "nothing is left to say");
    }
  }

  @Test
  @Requirement("SAY-40")
  void wordsOfARequesterWithinHarksOwnAreAsLoudAsTheVoiceForTasks() {
    HandOutput device = new HandOutput();
    Loudspeaker speaker =
        new Loudspeaker(device, floor, purpose -> purpose == Purpose.TASK ? 50 : 200);
    Map<Purpose, Delivery> voices =
        Map.of(
            Purpose.INTERFACE,
            new Delivery(List.of(new RecordingVoice("calm", "en")), 200, new Speakable()),
            Purpose.TASK,
            new Delivery(List.of(new RecordingVoice("task", "en")), 200, new Speakable()));
    try (SpeechQueue queue = new SpeechQueue(voices, SpeechQueue.PATIENCE, speaker, news::add)) {
      Quote title = new Quote("the lighthouse", Locale.ENGLISH, true);
      queue.say(
          new Utterance(
              "Chosen: the lighthouse, now.",
              Locale.ENGLISH,
              Priority.ANSWER,
              Purpose.INTERFACE,
              List.of(title)));
      device.hearUntil(() -> device.events().contains("speech ends"));
    }
    List<Integer> loud = new ArrayList<>();
    for (short sample : device.heard()) {
      if (loud.isEmpty() || loud.getLast() != sample) {
        loud.add((int) sample);
      }
    }
    assertEquals(List.of(2000, 500, 2000), loud, "its voice gives 1000 throughout");
  }

  @Test
  @Requirement("SND-14")
  void inFilesSpeechAndRecordingsStandInTheOrderInWhichTheyWereAskedFor() throws Exception {
    try (FilesOutput output = new FilesOutput(folder, news::add);
        ClipPlayer player = new ClipPlayer(output, floor);
        SpeechQueue queue = queue(output, new FreeTtsSynthesizer())) {
      player.load(CLIP);
      for (int i = 0; i < 5; i++) {
        queue.say(text("Accepted. Playing.", Priority.ANSWER));
        player.play();
        queue.say(text("Sent.", Priority.ANSWER));
      }
      assertTrue(queue.awaitSilence(BOUND));
    }
    List<String> kinds =
        Files.readAllLines(folder.resolve("heard.txt")).stream()
            .map(line -> line.replaceAll("^\\d+-(\\w+)\\.wav [\\d.]+ s ?(.*)", "$1 $2").strip())
            .toList();
    List<String> round = List.of("speech Accepted. Playing.", "task", "speech Sent.");
    assertEquals(
        java.util.Collections.nCopies(5, round).stream().flatMap(List::stream).toList(), kinds);
  }
}
