package dev.hark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.Quote;
import dev.hark.speech.Utterance;
import dev.hark.wording.Spelled;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpokenOutputTest {
  private static final Locale DUTCH = Locale.of("nl");

  private final Wording wording = Wording.of(Locale.ENGLISH);
  private final List<String> written = new ArrayList<>();
  private final List<Utterance> spoken = new ArrayList<>();
  private final SpokenOutput output =
      new SpokenOutput(new PlainOutput(wording, written::add, written::add), wording, spoken::add);

  @Test
  @Requirement("SAY-31")
  void theirWordsAreKnownByTheirLanguageWithinHarksOwn() {
    Sentence answer = Sentence.of("session.part-given", "de oude vuurtoren");
    output.say(answer, Priority.ANSWER, Purpose.READ_BACK, Optional.of(DUTCH));
    assertEquals(
        List.of(
            new Utterance(
                "Your answer: de oude vuurtoren",
                Locale.ENGLISH,
                Priority.ANSWER,
                Purpose.READ_BACK,
                List.of(new Quote("de oude vuurtoren", DUTCH)))),
        spoken);
    assertEquals(List.of("Your answer: de oude vuurtoren"), written);
  }

  @Test
  @Requirement("SAY-43")
  void wordsOfTheAnswerAreKnownHoweverDeepTheyAreInTheOrderInWhichTheyAreHeard() {
    Sentence gone = Sentence.of("edit.gone", "oude", "de");
    Sentence answer = Sentence.of("edit.taken-back", gone);
    output.say(answer, Priority.ANSWER, Purpose.READ_BACK, Optional.of(DUTCH));
    assertEquals(
        List.of(new Quote("oude", DUTCH), new Quote("de", DUTCH)), spoken.getFirst().quotes());
  }

  @Test
  @Requirement("SAY-45")
  void wordsOfTheAnswerAreKnownWhereTheyAreSpelled() {
    Sentence answer = Sentence.of("session.part-given", "de ui.");
    output.say(
        Sentence.of("session.spelled", new Spelled(answer)),
        Priority.ANSWER,
        Purpose.READ_BACK,
        Optional.of(DUTCH));
    assertEquals(List.of(new Quote("de, d e. ui, u i", DUTCH)), spoken.getFirst().quotes());
    assertTrue(spoken.getFirst().text().endsWith("de, d e. ui, u i"), spoken.getFirst().text());
  }

  @Test
  @Requirement("SAY-43")
  void whatIsTypedIsSaidInItsLanguageAndNotWritten() {
    output.echo(Sentence.of("ear.plain", "vuurtoren"), Optional.of(DUTCH));
    output.echo(Sentence.of("ear.plain", "radio"), Optional.empty());
    assertEquals(List.of(), written);
    assertEquals(List.of(new Quote("vuurtoren", DUTCH)), spoken.getFirst().quotes());
    assertEquals(Purpose.READ_BACK, spoken.getFirst().purpose());
    assertEquals(Purpose.INTERFACE, spoken.getLast().purpose(), "a filter, a review");
  }

  @Test
  void wordsOfTheSameLanguageNeedNoMark() {
    Sentence answer = Sentence.of("session.read", "the old lighthouse");
    output.say(answer, Priority.ANSWER, Purpose.TASK, Optional.of(Locale.UK));
    assertEquals(List.of(), spoken.getFirst().quotes());
  }

  @Test
  @Requirement("SAY-36")
  void requestersWordsAreKnownWithinHarksOwnHoweverDeepTheyAre() {
    Sentence title = Sentence.of("offer.detail.title", new Theirs("De vuurtoren", DUTCH));
    Sentence review = Sentence.of("offer.review.words", new Theirs("Fair."));
    output.say(Sentence.of("offer.join", title, review), Priority.ANSWER);
    Utterance said = spoken.getFirst();
    assertEquals(
        List.of(new Quote("De vuurtoren", DUTCH, true), new Quote("Fair.", Locale.ENGLISH, true)),
        said.quotes());
    String plain =
        wording.say(
            Sentence.of(
                "offer.join",
                Sentence.of("offer.detail.title", "De vuurtoren"),
                Sentence.of("offer.review.words", "Fair.")));
    assertEquals(List.of(plain), written, "written as ever");
    assertEquals(plain, said.text());
    assertEquals(Purpose.INTERFACE, said.purpose());
  }
}
