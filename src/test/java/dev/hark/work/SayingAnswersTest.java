package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hark.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Answers are said: in which language, and over what else is heard. */
final class SayingAnswersTest extends SpokenFixture {
  private static final Locale DUTCH = Locale.of("nl");

  private void holds(Locale language) {
    market.offers.clear();
    market.add("g9", "Radio Archive", SPEECH, language);
    session = newSession();
    ear(false);
    session.act(Action.ACCEPT);
  }

  private void said(String words) throws InterruptedException {
    session.act(Action.RESPEAK);
    dictated(words, words);
  }

  private String kept() {
    return DraftWords.of(journal.drafts().getFirst().content());
  }

  @Test
  @Requirement("VOI-48")
  void anAnswerIsWrittenDownByARecogniserOfTheTasksLanguageThatIsKept()
      throws InterruptedException {
    holds(DUTCH);
    said("de oude lamp");
    said("brandt");
    session.act(Action.EDIT);
    session.act(Action.RESPEAK);
    dictated("nog", "nog");
    assertEquals("de oude lamp brandt nog", kept());
    assertEquals(List.of("nl"), writers);
  }

  @Test
  @Requirement("VOI-50")
  void withHeadphonesWhatIsSaidOverHarkIsTakenDown() throws InterruptedException {
    holds(Locale.ENGLISH);
    audible = true;
    said("the old lamp");
    assertEquals("the old lamp", kept());
  }

  @Test
  @Requirement("VOI-50")
  void withoutHeadphonesItIsToldThatItWasNotHeard() throws InterruptedException {
    headphones = false;
    holds(Locale.ENGLISH);
    session.act(Action.RESPEAK);
    microphone.speak();
    microphone.drained();
    audible = true;
    microphone.speak();
    microphone.speak();
    microphone.drained();
    audible = false;
    dictated("the old lamp", "I did not hear you while I spoke.");
    session.act(Action.RESPEAK);
    dictated("burns", "burns");
    assertEquals("the old lamp burns", kept());
    session.act(Action.LISTEN);
    microphone.silence(100);
    heard.waitFor("Listening.");
    String since = heard.text();
    assertFalse(since.contains("I did not hear"), since);
  }

  @Test
  @Requirement("VOI-52")
  void oneIsAskedToSpeakOnceItIsHeardAndToldWhereThatTakesAWhile() throws InterruptedException {
    beforeLoading = () -> untilHeard("I am getting ready to listen.");
    holds(Locale.ENGLISH);
    heard.take();
    session.act(Action.RESPEAK);
    heard.waitFor("Speak; a pause ends.");
    assertEquals(
        List.of("I am getting ready to listen.", "Listening.", "Speak; a pause ends."),
        heard.take());
    dictated("the old lamp", "the old lamp");
    session.act(Action.RESPEAK);
    microphone.silence(100);
    heard.waitFor("Speak on; a pause ends.");
    String since = heard.text();
    assertFalse(since.contains("getting ready"), since);
  }

  @Test
  @Requirement("VOI-53")
  void whoSpeaksForThreeMinutesHearsWhyThatWasAll() throws InterruptedException {
    holds(Locale.ENGLISH);
    session.act(Action.RESPEAK);
    microphone.speakFor(Duration.ofMinutes(3));
    dictated("the old lamp", "3 minutes are the most at once; record goes on.");
    assertEquals("the old lamp", kept());
    microphone.forget();
    session.act(Action.RESPEAK);
    dictated("burns", "burns");
    assertEquals("the old lamp burns", kept());
  }

  @Test
  @Requirement("VOI-48")
  void aLanguageThatNothingWritesDownIsToldAndCommandsGoOn() throws InterruptedException {
    holds(Locale.GERMAN);
    session.act(Action.LISTEN);
    microphone.silence(100);
    heard.waitFor("Listening.");
    session.act(Action.RESPEAK);
    microphone.silence(100);
    heard.waitFor(
        "Nothing here writes down speech in German. Set recognizer-model to the folder of a Vosk"
            + " model of that language.");
    heard.waitFor("Nothing was taken down; your answer is as it was.");
    command("where am i", "Work g9");
    assertEquals(List.of(), writers);
  }
}
