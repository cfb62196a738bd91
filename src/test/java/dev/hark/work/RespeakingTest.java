package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.task.Answer;
import dev.hark.task.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer is said, and a recogniser writes it. */
class RespeakingTest extends SessionFixture {
  private static final Question TWO_TEXTS =
      new Question.Form(
          "About your week.",
          List.of(),
          List.of(
              new Question.OpenText("What did you read?", List.of()),
              new Question.OpenText("What did you hear?", List.of())));
  private final Dictation microphone = new Dictation();

  /** Understands what a test says it does. */
  private static final class Dictation implements Microphone {
    private Consumer<Taken> taken = _ -> {};
    private boolean dictating;

    @Override
    public void command() {}

    @Override
    public void dictate(Optional<Locale> language, Consumer<Taken> told) {
      taken = told;
      dictating = true;
    }

    @Override
    public boolean dictating() {
      return dictating;
    }

    @Override
    public void finish() {
      dictating = false;
    }

    @Override
    public void drop() {
      dictating = false;
    }

    @Override
    public void check(Consumer<Sentence> told) {
      told.accept(Sentence.of("listen.soft"));
    }

    void partly(Hypothesis words) {
      taken.accept(new Taken.Partial(words));
    }

    void said(Hypothesis words) {
      finish();
      taken.accept(new Taken.Said(words));
    }
  }

  /** Words with how sure it is, such as {@code lamp 0.3}. */
  private static Hypothesis words(String... each) {
    List<Hypothesis.Word> words = new ArrayList<>();
    for (String one : each) {
      String[] word = one.split(" ", -1);
      words.add(new Hypothesis.Word(word[0], Double.parseDouble(word[1])));
    }
    return new Hypothesis(words);
  }

  @BeforeEach
  void hold() {
    session.hearBy(microphone);
    start();
    act(Action.ACCEPT);
    heard.take();
  }

  private void say(String... each) {
    act(Action.RESPEAK);
    microphone.said(words(each));
  }

  @Test
  @Requirement({"VOI-40", "VOI-49"})
  void whatWasClearedComesBackWithHowSureItWas() {
    say("the 0.9", "lamp 0.3");
    session.actSpoken(Action.RETYPE);
    act(Action.UNDO);
    Answer.Text given = handedIn();
    assertEquals("the lamp", given.text());
    assertEquals(List.of(0.9, 0.3), given.confidences());
  }

  @Test
  @Requirement("VOI-49")
  void whatWasClearedInOnePartOfAFormDoesNotComeBackInAnother() {
    act(Action.RETURN);
    session.confirm(true);
    market.offers.clear();
    market.add("g8", "Radio Archive", TWO_TEXTS);
    session = newSession();
    session.hearBy(microphone);
    start();
    act(Action.ACCEPT);
    type("novels");
    act(Action.PREVIOUS);
    session.actSpoken(Action.RETYPE);
    act(Action.NEXT);
    heard.take();
    act(Action.UNDO);
    heard.hears("There is no change to take back.");
    act(Action.PREVIOUS, Action.UNDO);
    heard.hears("Taken back. Your answer: novels");
  }

  private Answer.Text handedIn() {
    act(Action.SUBMIT);
    session.confirm(true);
    return assertInstanceOf(Answer.Text.class, market.answers.values().iterator().next());
  }

  @Test
  @Requirement("EAR-16")
  void whatARecogniserWasNotSureOfStaysUnsureUntilItIsChanged() {
    type("first");
    say("the 0.9", "lamp 0.3", "burns 0.5");
    session.act(Action.DELETE, "1");
    session.act(Action.REPLACE, "2 lamb");
    heard.take();
    act(Action.WORDS);
    assertEquals(List.of("the . lamb . unsure, burns, b u r n s"), heard.take());
    act(Action.READ);
    heard.hears("Unsure: burns.");
  }

  @Test
  @Requirement("VOI-40")
  void howSureItWasGoesWithTheAnswerAndWhatWasChangedByHandIsSure() {
    say("the 0.9", "lamp 0.3", "burns 0.5");
    session.act(Action.REPLACE, "2 lamb");
    session.act(Action.APPEND, "3 [no speech] dimly");
    Answer.Text given = handedIn();
    assertEquals("the lamb burns [no speech] dimly", given.text());
    assertEquals(List.of(0.9, 1.0, 0.5, 1.0, 1.0, 1.0), given.confidences());
  }

  @Test
  @Requirement("VOI-40")
  void whatIsTypedHasNone() {
    type("the lamp burns");
    assertEquals(List.of(), handedIn().confidences());
  }

  @Test
  @Requirement("VOI-40")
  void theyAreInTheDraftAfterACrashAlsoInTheMiddleOfSpeaking() {
    say("the 0.9", "lamp 0.3");
    act(Action.RESPEAK);
    microphone.partly(words("burns 0.2"));
    session = newSession();
    start();
    act(Action.READ);
    heard.hears("Unsure: lamp and burns.");
    Answer.Text given = handedIn();
    assertEquals("the lamp burns", given.text());
    assertEquals(List.of(0.9, 0.3, 0.2), given.confidences());
  }

  @Test
  @Requirement("VOI-31")
  void whatWasSaidLastIsTakenBackAndWhatWasSaidBeforeStaysUnsure() {
    say("the 0.9", "lamp 0.3");
    say("burns 0.2");
    act(Action.UNDO);
    heard.hears("Taken back");
    Answer.Text given = handedIn();
    assertEquals("the lamp", given.text());
    assertEquals(List.of(0.9, 0.3), given.confidences());
    assertTrue(journal.drafts().isEmpty());
  }

  @Test
  @Requirement("VOI-31")
  void whatIsBeingSaidIsTakenBackAtOnceAndWhatComesLaterOfItIsDropped() {
    say("the 0.9", "lamp 0.3");
    act(Action.RESPEAK);
    microphone.partly(words("burns 0.2"));
    heard.take();
    act(Action.UNDO);
    heard.hears("Taken back");
    microphone.said(words("burns 0.2", "out 0.9"));
    say("dims 0.8");
    Answer.Text given = handedIn();
    assertEquals("the lamp dims", given.text());
    assertEquals(List.of(0.9, 0.3, 0.8), given.confidences());
  }

  /** Begins to say what comes in the place of the last word. */
  private void replaceBySpeech() {
    act(Action.EDIT);
    session.actSpoken(Action.REPLACE);
    microphone.partly(words("lamb 0.9"));
    heard.take();
  }

  @Test
  @Requirement({"VOI-43", "SND-26"})
  void wordsForAWordThatAreBeingSaidAreThrownAwayAndThatIsHeard() {
    say("the 0.9", "lamp 0.3");
    replaceBySpeech();
    assertTrue(session.isRecording());
    act(Action.UNDO);
    assertEquals(List.of("Thrown away."), heard.take());
    microphone.said(words("lamb 0.9"));
    assertEquals(List.of(), heard.take());
    act(Action.READ);
    heard.hears("the lamp");
    assertEquals(List.of(0.9, 0.3), handedIn().confidences());
  }

  @Test
  @Requirement({"VOI-34", "SND-26"})
  void theEndOfWordsForAWordHasTheSoundOfTheEndOfARecording() {
    say("the 0.9", "lamp 0.3");
    replaceBySpeech();
    microphone.said(words("lamb 0.9"));
    List<String> told = heard.take();
    assertEquals("session.respoken", heard.key(told.getFirst()), told::toString);
    act(Action.NEXT_WORD);
    told = heard.take();
    assertEquals("edit.last-word", heard.key(told.getFirst()), told::toString);
  }

  @Test
  @Requirement({"VOI-40", "EAR-22"})
  void aChangeThatIsTakenBackLeavesAWordAsUnsureAsItWas() {
    say("the 0.9", "lamp 0.3");
    session.act(Action.REPLACE, "2 lamb");
    session.act(Action.DELETE, "2");
    act(Action.EDIT, Action.UNDO, Action.UNDO, Action.EDIT);
    Answer.Text given = handedIn();
    assertEquals("the lamp", given.text());
    assertEquals(List.of(0.9, 0.3), given.confidences());
  }
}
