package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.espeak.EspeakVoice;
import dev.hark.speech.espeak.NativeEspeakSynthesizer;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no requester should write, and engines that still go on. */
@Requirement("SND-23")
class HardTextTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final RecordingSpeaker ears = new RecordingSpeaker(true);
  private final List<Sentence> news = new CopyOnWriteArrayList<>();

  static Stream<String> engines() {
    return Stream.of("freetts", "library", "program");
  }

  private static Synthesizer engine(String name) {
    return switch (name) {
      case "freetts" -> new FreeTtsSynthesizer();
      case "library" -> {
        assumeTrue(
            NativeEspeakSynthesizer.place(Map.of()).isPresent(),
            "libespeak-ng is not installed on this machine");
        yield new NativeEspeakSynthesizer(Map.of(), EspeakVoice.ANY, 100);
      }
      default -> {
        var program = EspeakSynthesizer.find(System.getenv("PATH"));
        assumeTrue(program.isPresent(), "espeak-ng is not installed on this machine");
        yield new EspeakSynthesizer(program.get(), EspeakVoice.ANY, 100);
      }
    };
  }

  private SpeechQueue queue(String engine) {
    return new SpeechQueue(List.of(engine(engine)), 180, SpeechQueue.PATIENCE, ears, news::add);
  }

  private static Utterance answer(String text) {
    return new Utterance(text, Locale.ENGLISH, Priority.ANSWER);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void ofAHundredThousandCharactersTheFirstIsHeardSoonAndAKeyEndsThem(String engine) {
    for (String hard :
        List.of("words and no end ".repeat(6_000), "x".repeat(100_000), "9 ".repeat(50_000))) {
      try (SpeechQueue queue = queue(engine)) {
        ears.hold();
        queue.say(answer(hard));
        ears.awaitBegun(hard);
        queue.keyPressed();
        assertTrue(queue.awaitSilence(BOUND));
        ears.release();
        queue.say(answer("Sent."));
        assertTrue(queue.awaitSilence(BOUND));
      }
    }
    assertEquals(3, ears.heard().stream().filter("Sent."::equals).count(), ears.heard()::toString);
    assertEquals(List.of(), news);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void charactersThatAreNoneAreLeftOutAndTheWordsAreHeard(String engine) {
    String hard = "The\u0000 old\u001b[31m light\u200bhouse\u202e\uD83D keeper\u0007.\uFFFF";
    try (SpeechQueue queue = queue(engine)) {
      queue.say(List.of(answer(hard), answer("\u0001\u0002"), answer("Sent.")));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(hard, ears.heard().getFirst());
    assertEquals("Sent.", ears.heard().getLast());
    assertEquals(List.of(), news);
  }

  @Test
  void aTextIsCutWherePeopleBreathe() {
    assertEquals(
        List.of("One two.", "Dr. Smith,", "4.6 from 38 workers"),
        PlainText.pieces("One two. Dr. Smith, 4.6 from 38 workers", 10, 22));
    assertEquals(List.of("short"), PlainText.pieces(" short ", 100, 200));
    assertEquals(List.of(), PlainText.pieces(" \n ", 100, 200));
    String smile = "\uD83D\uDE00".repeat(30);
    assertEquals(smile, String.join("", PlainText.pieces(smile, 11, 11)));
    assertEquals("a b c", PlainText.clean("a\u0000b\u202ec"));
    assertFalse(PlainText.hasWords("... !"));
  }
}
