package dev.hark.speech.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.speech.Delivery;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.RecordingSpeaker;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.Skill;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables of what is written and what the engine is given for it, through the speech queue. */
class SpeakableTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private record Row(String written, String spoken) {}

  private static List<Row> table(String name) throws Exception {
    try (var in = SpeakableTest.class.getResourceAsStream(name)) {
      assertTrue(in != null, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.replace("\\n", "\n").replace("\\t", "\u0001").split("\t", -1))
          .map(line -> new Row(line[0].replace('\u0001', '\t'), line[1]))
          .toList();
    }
  }

  private static void heard(String table, Locale language, Set<Skill> skills, int least)
      throws Exception {
    List<Row> rows = table(table);
    assertTrue(rows.size() >= least, rows.size() + " rows");
    RecordingVoice voice = new RecordingVoice("only", language.getLanguage()).skills(skills);
    List<String> wrong = new ArrayList<>();
    try (SpeechQueue queue =
        new SpeechQueue(
            Map.of(Purpose.INTERFACE, new Delivery(List.of(voice), 180, new Speakable())),
            SpeechQueue.PATIENCE,
            new RecordingSpeaker(false),
            _ -> {})) {
      for (Row row : rows) {
        int before = voice.asked().size();
        queue.say(new Utterance(row.written(), language, Priority.BACKGROUND));
        assertTrue(queue.awaitSilence(BOUND));
        String spoken = String.join(" | ", voice.asked().subList(before, voice.asked().size()));
        if (!spoken.equals(row.spoken())) {
          wrong.add(row.written() + "\n  expected: " + row.spoken() + "\n  spoken:   " + spoken);
        }
      }
    }
    assertEquals(List.of(), wrong, String.join("\n", wrong));
  }

  @Test
  @Requirement({"SAY-1", "SAY-2", "SAY-3", "SAY-4", "SAY-5", "SAY-6", "SAY-7", "SAY-8", "SND-10"})
  void englishIsHeardInWords() throws Exception {
    heard("en.tsv", Locale.ENGLISH, Set.of(), 300);
  }

  @Test
  @Requirement({"SAY-1", "SAY-2", "SAY-3", "SAY-4", "SAY-5", "SAY-6", "SAY-7", "SAY-8"})
  void dutchIsHeardInWords() throws Exception {
    heard("nl.tsv", Locale.of("nl"), Set.of(Skill.LETTERS), 250);
  }

  @Test
  @Requirement("SAY-11")
  void whatIsInWordsAlreadyIsSaidAsItIs() throws Exception {
    Speakable speakable = new Speakable();
    for (Row row : table("en.tsv")) {
      Span words = new Span(row.spoken(), Locale.ENGLISH);
      assertEquals(row.spoken(), speakable.words(words, Set.of()));
    }
    for (Row row : table("nl.tsv")) {
      Span words = new Span(row.spoken(), Locale.of("nl"));
      assertEquals(row.spoken(), speakable.words(words, Set.of(Skill.LETTERS)));
    }
  }

  @Test
  @Requirement("SAY-10")
  void whatAnEngineReadsByItselfIsPassedOn() throws Exception {
    heard("en-skilled.tsv", Locale.ENGLISH, Set.of(Skill.NUMBERS, Skill.LETTERS, Skill.EMOJI), 12);
    heard("nl-skilled.tsv", Locale.of("nl"), Set.of(Skill.NUMBERS, Skill.LETTERS, Skill.EMOJI), 12);
  }

  @Test
  @Requirement("SAY-10")
  void anEngineWithRulesOfItsOwnIsGivenTheTextAsItIs() {
    Speakable speakable = new Speakable();
    String text = "€14.71 on 2026-11-23, 😀 & more";
    assertEquals(text, speakable.words(new Span(text, Locale.ENGLISH), Skill.all()));
    String german = "um 14:30 Uhr, 5 €";
    assertEquals(german, speakable.words(new Span(german, Locale.GERMAN), Set.of()));
  }
}
