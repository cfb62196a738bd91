package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is typed by others is said: words of an answer, and a rating. */
final class BySpeechTest extends SpokenFixture {
  private void listens() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    command("hey hark", "Yes?");
  }

  private void answer(String text) {
    act(Action.ACCEPT);
    type(text);
  }

  private String kept() {
    return DraftWords.of(journal.drafts().getFirst().content());
  }

  @Test
  @Requirement("VOI-34")
  void wordsAreReplacedPutInAndAddedByVoice() throws InterruptedException {
    listens();
    answer("their lamp burns");
    command("edit answer", "burns");
    command("first word", "their");
    command("replace word", "Say what comes in place of their");
    dictated("there the", "replaced by there");
    assertEquals("there the lamp burns", kept());
    command("last word", "burns");
    command("insert words", "Say what comes before burns");
    dictated("always", "always");
    assertEquals("there the lamp always burns", kept());
    command("last word", "burns");
    command("add words", "Say what comes after burns");
    dictated("at night", "at night");
    assertEquals("there the lamp always burns at night", kept());
    command("undo", "at night");
    assertEquals("there the lamp always burns", kept());
  }

  @Test
  @Requirement("VOI-34")
  void wordsThatAreNotUnderstoodChangeNothing() throws InterruptedException {
    listens();
    answer("their lamp burns");
    command("edit answer", "burns");
    command("replace word", "Say what comes in place of burns");
    dictated("", "I understood no words. Say it again.");
    heard.waitFor("Say record to say it again, or return task to leave it.");
    assertEquals("their lamp burns", kept());
    say(() -> "record");
    dictated("shines", "shines");
    assertEquals("their lamp shines", kept());
    command("replace word", "Say what comes in place of shines");
    dictated("", "I understood no words.");
    command("return task", "Nothing changed.");
    assertEquals("their lamp shines", kept());
  }

  @Test
  @Requirement("VOI-38")
  void theTimeForCommandsBeginsWhenHarkIsSilent() throws InterruptedException {
    listens();
    audible = true;
    microphone.silence(9000);
    command("where am i", "Task 1 of");
    audible = false;
    microphone.silence(9000);
    heard.take();
    say(() -> "where am i");
    say(() -> "hey hark");
    heard.waitFor("Yes?");
    String since = heard.text();
    assertFalse(since.contains("Task 1 of"), since);
  }

  @Test
  @Requirement("VOI-35")
  void aRatingIsGivenByVoice() throws InterruptedException {
    listens();
    answer("words");
    act(Action.SUBMIT);
    session.confirm(true);
    command("give rating", "Pay, 1 to 5");
    command("option five", "Fairness");
    command("option four", "Speed");
    command("next", "Communication");
    command("skip task", "Can it be done by ear");
    command("option three", "Was work rejected");
    command("option one", "Were the market's terms broken?");
    command("no", "could not be done?");
    command("yes", "unpaid questions");
    command("no", "Minutes");
    command("next", "Your words");
    command("record", "Speak");
    dictated("clear sound", "Send the review with 3 marks?");
    command("yes", "Review taken.");
    Review review = market.reviews.getFirst();
    assertEquals(5, review.marks().get(Attribute.PAY));
    assertEquals(Optional.of(Rejections.NONE), review.rejections());
    assertTrue(review.brokenTask());
    assertEquals("clear sound", review.words());
  }

  @Test
  @Requirement("VOI-51")
  void speakingSparesAlertsAndBeQuietStopsAll() throws InterruptedException {
    listens();
    stopped.clear();
    command("where am i", "Task 1 of");
    assertEquals(List.of("all but alerts"), stopped);
    say(() -> "be quiet");
    command("where am i", "Task 1 of");
    assertEquals(List.of("all but alerts", "all but alerts", "all", "all but alerts"), stopped);
  }

  @Test
  @Requirement("VOI-36")
  void anAnswerIsNotTypedByVoice() throws InterruptedException {
    listens();
    answer("their lamp");
    command("type answer", "Say record, and then your answer.");
    assertEquals(Mode.HOLDING, session.mode());
    session.typed("typed by nobody");
    assertEquals("their lamp", kept());
    act(Action.TYPE);
    heard.hears("Type on; Enter ends. So far: their lamp");
  }

  @Test
  @Requirement("VOI-49")
  void anAnswerIsClearedByVoiceAndEachStepIsTakenBack() throws InterruptedException {
    listens();
    answer("their lamp");
    command("clear answer", "Your answer is cleared. Say record for a new one, or undo.");
    assertEquals("", kept());
    command("clear answer", "Say record, and then your answer.");
    command("record", "Speak; a pause ends.");
    dictated("a light", "a light");
    assertEquals("a light", kept());
    command("undo", "Taken back; there is no answer yet.");
    command("undo", "Taken back. Your answer: their lamp");
    assertEquals("their lamp", kept());
    act(Action.RETYPE);
    heard.hears("Type anew; Enter ends. Before: their lamp");
  }

  @Test
  @Requirement("VOI-36")
  void aConditionIsNotAskedForByVoice() throws InterruptedException {
    listens();
    command("change filter", "A condition is typed");
    assertEquals(Mode.BROWSING, session.mode());
    assertEquals(List.of(), session.possible().stream().filter(Action.LISTEN::equals).toList());
  }
}
