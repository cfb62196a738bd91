package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
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
