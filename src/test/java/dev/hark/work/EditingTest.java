package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.task.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer is read back and changed word by word. */
class EditingTest extends SessionFixture {
  private void answer(String text) {
    start();
    act(Action.ACCEPT);
    write(text);
    heard.take();
  }

  /** At once, as a paste does. */
  private void write(String text) {
    act(Action.TYPE);
    session.typed(text);
    session.typingDone();
  }

  private void hears(String sentence) {
    assertEquals(List.of(sentence), heard.take());
  }

  private String kept() {
    return DraftWords.of(journal.drafts().getFirst().content());
  }

  @Test
  @Requirement("EAR-20")
  void keysGoFromWordToWord() {
    answer("their lamp burns");
    act(Action.EDIT);
    hears("Editing, at: burns");
    assertEquals(Mode.EDITING, session.mode());
    act(Action.NEXT_WORD);
    hears("This is the last word: burns");
    act(Action.PREVIOUS_WORD);
    hears("lamp");
    act(Action.FIRST_WORD);
    hears("their, t h e i r");
    act(Action.PREVIOUS_WORD);
    hears("This is the first word: their, t h e i r");
    session.option(2);
    hears("lamp");
    act(Action.WHERE);
    hears("Editing, word 2 of 3: lamp");
    act(Action.LAST_WORD);
    hears("burns");
    act(Action.EDIT);
    hears("3 words; r reads, s hands in.");
    assertEquals(Mode.HOLDING, session.mode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REPLACE | 2 there            | one there three four | two, t w o, replaced by there, t h e r e.
          REPLACE | three with 3       | one two 3 four       | three replaced by 3.
          REPLACE | two three with six | one six four         | two, t w o, three replaced by six.
          REPLACE | last word          | one two three last word | four, f o u r, replaced by last word.
          REPLACE | 3 Three            | one two Three four   | three replaced by capital Three.
          INSERT  | 1 just             | just one two three four | just inserted before one.
          APPEND  | 2 and a half       | one two and a half three four | and a half inserted after two, t w o.
          APPEND  | more               | one two three four more | more inserted after four, f o u r.
          DELETE  | 2                  | one three four       | two, t w o, deleted; now at three.
          DELETE  | 2 4                | one                  | two, t w o, three four, f o u r, deleted; now at one.
          DELETE  | three              | one two four         | three deleted; now at four, f o u r.
          DELETE  | 1-4                | ''                   | one two three four deleted; no words are left.
          REPLACE | 9 nine             | one two three four   | There is no word 9; there are 4.
          REPLACE | ten with eleven    | one two three four   | ten does not stand in your answer.
          DELETE  | ten                | one two three four   | ten does not stand in your answer.
          DELETE  | 3 2                | one two three four   | There is no word 3 2; there are 4.
          """)
  @Requirement("EAR-21")
  void eachChangeIsKeptAndHeardInOneSentence(
      Action action, String argument, String text, String said) {
    answer("one two three four");
    session.act(action, argument);
    assertEquals(text, kept());
    List<String> sentences = heard.take();
    assertEquals(1, sentences.size(), sentences::toString);
    assertEquals(said, sentences.getFirst());
  }

  @Test
  @Requirement("EAR-21")
  void wordsAreTypedInAPlaceLetterByLetterAndEachIsKept() {
    answer("the cold lamp");
    act(Action.EDIT, Action.PREVIOUS_WORD, Action.REPLACE);
    heard.hears("Type what comes in place of cold; Enter ends.");
    assertEquals(Mode.TYPING, session.mode());
    assertEquals("", session.text());
    session.typed("o");
    session.typed("ol");
    assertEquals("the ol lamp", kept());
    session.typed("old");
    session.typingDone();
    hears("cold replaced by old.");
    assertEquals("the old lamp", kept());
    assertEquals(Mode.EDITING, session.mode());
    act(Action.APPEND);
    heard.hears("Type what comes after old");
    session.typed("dark green");
    session.typingDone();
    hears("dark green inserted after old.");
    act(Action.INSERT);
    session.typingDone();
    heard.hears("Nothing changed.");
    assertEquals("the old dark green lamp", kept());
    act(Action.DELETE);
    hears("green deleted; now at lamp.");
    act(Action.SUBMIT);
    session.confirm(true);
    assertEquals(
        List.of(new Answer.Text("the old dark lamp")), List.copyOf(market.answers.values()));
  }

  @Test
  @Requirement("EAR-22")
  void changesAreTakenBackOneByOneUntilSomethingIsTyped() {
    answer("one too many");
    session.act(Action.REPLACE, "2 two");
    session.act(Action.DELETE, "1");
    heard.take();
    act(Action.UNDO);
    hears("Taken back. one is new, at the start.");
    assertEquals("one two many", kept());
    act(Action.UNDO);
    hears("Taken back. two, t w o, replaced by too, t o o.");
    assertEquals("one too many", kept());
    act(Action.UNDO);
    hears("There is no change to take back.");
    session.act(Action.DELETE, "1");
    write("too many more");
    heard.take();
    act(Action.UNDO);
    hears("There is no change to take back.");
    assertEquals("too many more", kept());
  }

  @Test
  @Requirement("EAR-22")
  void typedWordsAreTakenBackAsOneChange() {
    answer("the cold lamp");
    act(Action.EDIT, Action.PREVIOUS_WORD, Action.DELETE, Action.REPLACE);
    session.typed("la");
    session.typed("light");
    session.typingDone();
    heard.take();
    act(Action.UNDO);
    hears("Taken back. light replaced by lamp.");
    act(Action.UNDO);
    hears("Taken back. cold is new, after the.");
    assertEquals("the cold lamp", kept());
  }

  @Test
  @Requirement("EAR-14")
  void readingGoesOnFromWhereTheWorkerIs() {
    answer("the old lamp burns");
    session.act(Action.READ_ON);
    hears("burns");
    session.act(Action.READ_ON, "2");
    hears("old lamp burns");
    act(Action.EDIT, Action.PREVIOUS_WORD);
    heard.take();
    act(Action.READ_ON);
    hears("lamp burns");
    act(Action.EDIT, Action.TYPE);
    session.place(5);
    heard.take();
    act(Action.READ_ON);
    hears("old lamp burns");
  }

  @Test
  @Requirement("EAR-15")
  void onlyWhatChangedSinceTheLastReadingIsHeard() {
    answer("the old lamp burns");
    act(Action.READ_CHANGED);
    heard.hears("the old lamp burns");
    act(Action.READ_CHANGED);
    hears("Nothing has changed since you heard it.");
    session.act(Action.REPLACE, "2 cold");
    session.act(Action.APPEND, "4 at dawn");
    heard.take();
    act(Action.READ_CHANGED);
    assertEquals(List.of("old replaced by cold.", "at dawn is new, after burns."), heard.take());
    act(Action.READ_CHANGED);
    hears("Nothing has changed since you heard it.");
  }

  @Test
  @Requirement("EAR-13")
  void spellingAgainAtOnceGivesEachLetterAWord() {
    answer("be");
    act(Action.SPELL);
    hears("be, b e");
    act(Action.SPELL);
    hears("be, b bravo e echo");
    act(Action.READ, Action.SPELL);
    heard.hears("be, b e");
    session.act(Action.SPELL, "7");
    hears("There is no word 7; there are 1.");
  }

  @Test
  @Requirement("EAR-20")
  void whereThereIsNothingToEditThatIsSaid() {
    start();
    act(Action.ACCEPT);
    heard.take();
    act(Action.EDIT);
    heard.hears("There is no answer yet");
    act(Action.DELETE);
    heard.hears("There is no answer yet");
    act(Action.RETURN);
    session.confirm(true);
    act(Action.NEXT, Action.ACCEPT);
    heard.take();
    act(Action.EDIT);
    heard.hears("Choose by number.");
    act(Action.REPLACE);
    heard.hears("Choose by number.");
  }

  @Test
  @Requirement("EAR-20")
  void helpTellsTheKeysOfEditing() {
    answer("one two");
    act(Action.EDIT);
    heard.take();
    act(Action.HELP);
    heard.hears("r: Puts other words in a word's place");
  }
}
