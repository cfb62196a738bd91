package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.text.Speakable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@Requirement("SAY-30")
class PurposeTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final RecordingVoice calm = new RecordingVoice("calm", "en");
  private final RecordingVoice clear = new RecordingVoice("clear", "en");
  private final RecordingSpeaker ears = new RecordingSpeaker(false);
  private final List<Sentence> news = new CopyOnWriteArrayList<>();

  private SpeechQueue queue(Map<Purpose, Delivery> deliveries) {
    return new SpeechQueue(deliveries, SpeechQueue.PATIENCE, ears, news::add);
  }

  private static void say(SpeechQueue queue, String text, Purpose purpose) {
    queue.say(new Utterance(text, Locale.ENGLISH, Priority.ANSWER, purpose));
    assertTrue(queue.awaitSilence(BOUND));
  }

  @Test
  void eachPurposeIsSpokenByItsOwnVoiceAtItsOwnRate() {
    try (SpeechQueue queue =
        queue(
            Map.of(
                Purpose.INTERFACE, new Delivery(List.of(calm), 200, new Speakable()),
                Purpose.READ_BACK, new Delivery(List.of(clear), 100, new Speakable())))) {
      say(queue, "Accepted.", Purpose.INTERFACE);
      say(queue, "the old lighthouse", Purpose.READ_BACK);
      say(queue, "Listen to the clip.", Purpose.TASK);
      assertEquals(List.of("Accepted.", "Listen to the clip."), calm.asked());
      assertEquals(List.of("the old lighthouse"), clear.asked());
      assertEquals(200, calm.lastRate());
      assertEquals(100, clear.lastRate());
      queue.rate(300);
      say(queue, "keeper", Purpose.READ_BACK);
      assertEquals(150, clear.lastRate(), "the person's own proportion stays");
    }
  }

  @Test
  void aLanguageThatNoneSpeaksIsToldOnceWhateverThePurpose() {
    try (SpeechQueue queue =
        queue(
            Map.of(
                Purpose.INTERFACE, new Delivery(List.of(calm), 200, new Speakable()),
                Purpose.TASK, new Delivery(List.of(clear), 200, new Speakable())))) {
      for (Purpose purpose : Purpose.values()) {
        queue.say(new Utterance("Verstuurd", Locale.of("nl"), Priority.ANSWER, purpose));
      }
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of(Sentence.of("speech.no-voice", Locale.of("nl"))), news);
  }

  @Test
  @Requirement("SAY-36")
  void requestersWordsWithinAnAnswerAreTheTaskVoicesInTheirLanguage() {
    RecordingVoice task = new RecordingVoice("task", "en", "nl");
    Utterance answer =
        new Utterance(
            "You hold: De oude vuurtoren. 6 minutes left.",
            Locale.ENGLISH,
            Priority.ANSWER,
            Purpose.INTERFACE,
            List.of(new Quote("De oude vuurtoren", Locale.of("nl"), true)));
    Utterance english =
        new Utterance(
            "Chosen: the lighthouse, now.",
            Locale.ENGLISH,
            Priority.ANSWER,
            Purpose.INTERFACE,
            List.of(new Quote("the lighthouse", Locale.ENGLISH, true)));
    try (SpeechQueue queue =
        queue(
            Map.of(
                Purpose.INTERFACE, new Delivery(List.of(calm), 200, new Speakable()),
                Purpose.TASK, new Delivery(List.of(task), 100, new Speakable())))) {
      queue.say(List.of(answer, english));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(
        List.of("You hold:", "6 minutes left.", "Chosen:", "now."),
        calm.asked().stream().map(text -> text.replaceAll("^[., ]+", "")).toList());
    assertEquals(List.of("De oude vuurtoren", "the lighthouse"), marksOff(task.asked()));
    assertEquals(100, task.lastRate());
    assertEquals(
        List.of(answer.text(), english.text()), ears.heard(), "one utterance each to a listener");
  }

  @Test
  @Requirement("SAY-43")
  void wordsOfOneLanguageWithOnlyMarksBetweenAreSaidInOneGoAndNeverFoundWithinHarksOwn() {
    RecordingVoice dutch = new RecordingVoice("dutch", "nl");
    Locale language = Locale.of("nl");
    Utterance words =
        new Utterance(
            "capital a . oude, o u",
            Locale.ENGLISH,
            Priority.ANSWER,
            Purpose.READ_BACK,
            List.of(
                new Quote("a", language),
                new Quote("oude", language),
                new Quote("o", language),
                new Quote("u", language)));
    try (SpeechQueue queue =
        queue(
            Map.of(Purpose.INTERFACE, new Delivery(List.of(calm, dutch), 200, new Speakable())))) {
      queue.say(words);
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("capital"), calm.asked().stream().map(String::strip).toList());
    assertEquals(List.of("a . oude, o u"), dutch.asked());
  }

  private static List<String> marksOff(List<String> texts) {
    return texts.stream().map(text -> text.replaceAll("[ .,]+$", "")).toList();
  }

  @Test
  @Requirement("SAY-36")
  void whereNoVoiceIsForTasksTheSameWordsAreSaidInOneGo() {
    try (SpeechQueue queue =
        queue(Map.of(Purpose.INTERFACE, new Delivery(List.of(calm), 200, new Speakable())))) {
      queue.say(
          new Utterance(
              "Chosen: the lighthouse, now.",
              Locale.ENGLISH,
              Priority.ANSWER,
              Purpose.INTERFACE,
              List.of(new Quote("the lighthouse", Locale.ENGLISH, true))));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("Chosen: the lighthouse, now."), calm.asked());
  }
}
