package dev.hark.cli.bench.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.cli.session.ActionWords;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.sphinx.SphinxCommands;
import dev.hark.voice.Phrasebook;
import dev.hark.voice.Spoken;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole grammar, spoken by the voice that comes with Hark. */
class CommandsTest {
  private static final Path SPEECH =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/speech");
  private static final Phrasebook BOOK = Phrasebook.of(Wording.of(Locale.ENGLISH));
  private static final SphinxCommands RECOGNIZER = new SphinxCommands(BOOK.grammar());
  private static final FreeTtsSynthesizer VOICE = new FreeTtsSynthesizer("kevin16", 100);
  private static final CommandTrial TRIAL = new CommandTrial(RECOGNIZER, BOOK);

  @BeforeAll
  static void load() {
    RECOGNIZER.prepare();
  }

  @AfterAll
  static void close() {
    RECOGNIZER.close();
    VOICE.close();
  }

  private static Speech say(String text) {
    return Speech.of(VOICE, Locale.ENGLISH, text);
  }

  @Test
  @Requirement({"VOI-1", "VOI-2"})
  void everyPhraseOfTheGrammarIsUnderstoodAndNothingElse() {
    List<String> missed = new ArrayList<>();
    for (String phrase : BOOK.grammar().phrases()) {
      CommandTrial.Outcome outcome = TRIAL.clean(say(phrase));
      if (!outcome.is(BOOK.meaning(phrase).orElseThrow())) {
        missed.add(phrase + " was taken for " + outcome.commands());
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  @Requirement("VOI-3")
  void sentencesAreNotTakenForCommands() {
    List<String> taken = new ArrayList<>();
    List<String> sentences = new ArrayList<>(Sentences.all());
    sentences.addAll(Sentences.others());
    assertEquals(120, sentences.size());
    // Every fifth; the benchmark takes all.
    for (int i = 0; i < sentences.size(); i += 5) {
      CommandTrial.Outcome outcome = TRIAL.clean(say(sentences.get(i)));
      if (!outcome.commands().isEmpty()) {
        taken.add(sentences.get(i) + " was taken for " + outcome.commands());
      }
    }
    assertTrue(taken.size() <= 1, taken.toString());
  }

  @Test
  @Requirement("VOI-3")
  void noneOfTenRealSentencesIsTakenForACommand() {
    assumeTrue(Files.isDirectory(SPEECH), "the answers of a crowd are not here");
    List<Path> recordings = CommandFigures.recordings(SPEECH);
    assertEquals(10, recordings.size());
    assertEquals(0, new CommandFigures(TRIAL).takenOf(recordings));
  }

  @Test
  @Requirement("VOI-4")
  void noiseHidesFewCommands() {
    List<String> phrases = BOOK.grammar().phrases();
    int understood = 0;
    int tried = 0;
    for (int i = 0; i < phrases.size(); i += 5) {
      Spoken wanted = BOOK.meaning(phrases.get(i)).orElseThrow();
      understood += TRIAL.noisy(say(phrases.get(i)), 20).is(wanted) ? 1 : 0;
      tried++;
    }
    assertTrue(understood * 10 >= tried * 8, understood + " of " + tried);
  }

  @Test
  @Requirement("VOI-1")
  void aMicrophoneThatGivesNothingBetweenWordsHidesNone() {
    for (String phrase : List.of("", "play", "", "hey hark", "submit")) {
      short[] spoken = phrase.isEmpty() ? new short[8000] : say(phrase).samples();
      short[] silent = Arrays.copyOf(spoken, spoken.length + 8000);
      Recognizer.Hearing hearing = RECOGNIZER.begin(_ -> {});
      hearing.hear(silent, silent.length);
      assertEquals(phrase, hearing.end().text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  @Requirement("VOI-2")
  void noPhraseIsTheBeginningOfAnotherInEitherLanguage(String language) {
    assertFalse(
        Phrasebook.of(Wording.of(Locale.of(language))).grammar().phrases().isEmpty(), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  @Requirement("VOI-54")
  void whatIsSaidMeansTheSameWhereItIsTyped(String language) {
    Wording wording = Wording.of(Locale.of(language));
    Phrasebook book = Phrasebook.of(wording);
    ActionWords words = new ActionWords(wording);
    for (String phrase : book.grammar().phrases()) {
      Spoken said = book.meaning(phrase).orElseThrow();
      if (said instanceof Spoken.Act(Action action)) {
        assertEquals(action, words.word(phrase).orElse(action), phrase);
      }
    }
    assertEquals(
        Optional.of(Action.BACK), words.word(language.equals("en") ? "go back" : "ga terug"));
  }

  @Test
  @Requirement("VOI-2")
  void everyActionCanBeSaid() {
    for (Action action : Action.values()) {
      if (action.canBeSaid()) {
        assertEquals(
            new Spoken.Act(action), BOOK.meaning(BOOK.phrase(action)).orElseThrow(), action.name());
      }
    }
  }
}
