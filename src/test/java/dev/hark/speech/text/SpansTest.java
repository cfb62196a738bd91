package dev.hark.speech.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.Delivery;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.Quote;
import dev.hark.speech.RecordingSpeaker;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.Skill;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Text of several languages, through the speech queue. */
@Requirement("SAY-9")
class SpansTest {
  private static final Locale DUTCH = Locale.of("nl");

  private final RecordingVoice english = new RecordingVoice("english", "en").skills(Set.of());
  private final RecordingVoice other =
      new RecordingVoice("other", "nl", "hi", "ru", "ja").skills(Set.of(Skill.LETTERS));
  private final RecordingSpeaker ears = new RecordingSpeaker(false);
  private final List<Sentence> news = new CopyOnWriteArrayList<>();

  private void say(List<RecordingVoice> voices, Utterance utterance) {
    try (SpeechQueue queue =
        new SpeechQueue(
            Map.of(Purpose.INTERFACE, new Delivery(voices, 180, new Speakable())),
            SpeechQueue.PATIENCE,
            ears,
            news::add)) {
      queue.say(utterance);
      assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
    }
  }

  private static Utterance utterance(String text, Quote... quotes) {
    return new Utterance(text, Locale.ENGLISH, Priority.ANSWER, Purpose.TASK, List.of(quotes));
  }

  @Test
  void eachScriptGoesToTheVoiceThatSpeaksItAndAllIsHeardAsOne() {
    String text = "Write down नमस्ते दुनिया, then Привет for $2.";
    say(List.of(english, other), utterance(text));
    assertEquals(List.of("Write down", "then", "for two dollars."), english.asked());
    assertEquals(List.of("नमस्ते दुनिया", "Привет"), other.asked());
    assertEquals(List.of(text), ears.heard(), "one utterance, in one stream");
  }

  @Test
  void aScriptThatNoneSpeaksIsToldAsSuchOnceForEachStretch() {
    say(List.of(english), utterance("Write down नमस्ते दुनिया, then Привет and α, on १२-११-२०२६."));
    assertEquals(
        List.of(
            "Write down text in Hindi, then text in Russian and alpha, on"
                + " twelfth of November twenty twenty-six."),
        english.asked());
    assertEquals(List.of(), news, "nothing more to tell");
  }

  @Test
  void wordsDeclaredToBeDutchAreReadByADutchVoiceByDutchRules() {
    Quote quote = new Quote("de 3e vuurtoren, 1,5 km", DUTCH);
    say(List.of(english, other), utterance("Your answer: de 3e vuurtoren, 1,5 km", quote));
    assertEquals(List.of("Your answer:"), english.asked());
    assertEquals(List.of("de derde vuurtoren, één komma vijf kilometer"), other.asked());
  }

  @Test
  void wordsDeclaredToBeDutchAreNeverReadByAnEnglishVoice() {
    Quote quote = new Quote("de oude vuurtoren", DUTCH);
    say(List.of(english), utterance("Your answer: de oude vuurtoren", quote));
    assertEquals(List.of("Your answer:", "text in Dutch"), english.asked());
  }

  @Test
  void aQuoteThatDoesNotStandInTheTextChangesNothing() {
    Quote quote = new Quote("iets anders", DUTCH);
    say(List.of(english, other), utterance("Accepted.", quote, new Quote("", DUTCH)));
    assertEquals(List.of("Accepted."), english.asked());
    assertEquals(List.of(), other.asked());
  }

  @Test
  @Requirement("SAY-21")
  void wordsWithACapitalAreSaidHigherOnTheirOwn() {
    Style style = new Style(Punctuation.SOME, Capitals.PITCH, NumberStyle.WHOLE, Map.of());
    Delivery delivery = new Delivery(List.of(english, other), 200, new Speakable(style));
    String text = "from Radio Archive, on 23 November 2026, Dr. Smith: R a d i O. नमस्ते";
    try (SpeechQueue queue =
        new SpeechQueue(
            Map.of(Purpose.INTERFACE, delivery), SpeechQueue.PATIENCE, ears, news::add)) {
      queue.say(utterance(text));
      assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
    }
    assertEquals(
        List.of(
            "from",
            "Radio Archive",
            "on twenty-third of November twenty twenty-six, Doctor",
            "Smith",
            "R",
            "a d i",
            "O"),
        english.asked().stream()
            .map(said -> said.replaceAll("^[,:.] ?|[,:.]$", ""))
            .filter(said -> !said.isEmpty())
            .toList());
    assertEquals(160, english.lastRate(), "slower, as it is played faster");
    assertEquals(List.of("नमस्ते"), other.asked());
    assertEquals(200, other.lastRate());
    assertEquals(List.of(text), ears.heard(), "one utterance, in one stream");
    Iterator<Span> spans = new Speakable(style).spans(utterance("the Radio"), _ -> true);
    assertEquals(new Span("the", Locale.ENGLISH, false), spans.next());
    assertEquals(new Span("Radio", Locale.ENGLISH, true), spans.next());
  }

  @Test
  void japaneseIsOneStretchWhateverItsLetters() {
    say(List.of(english, other), utterance("It says 東京タワーへ行く today"));
    assertEquals(List.of("東京タワーへ行く"), other.asked());
  }
}
