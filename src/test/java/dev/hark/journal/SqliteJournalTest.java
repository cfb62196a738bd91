package dev.hark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.task.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {
  @TempDir Path folder;
  private Path file;
  private Journal journal;

  @BeforeEach
  void open() {
    file = folder.resolve("data").resolve("journal.db");
    journal = SqliteJournal.open(file, "demo").journal();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void reopen() {
    journal.close();
    journal = SqliteJournal.open(file, "demo").journal();
  }

  @Test
  @Requirement("ANS-1")
  void aDraftIsThereAfterReopening() {
    journal.saveDraft(Sample.draft("a1", "the old light"));
    journal.saveDraft(Sample.draft("a1", "the old lighthouse\nk\u00e9eper \uD83D\uDE00"));
    reopen();
    assertEquals(
        Optional.of(Sample.draft("a1", "the old lighthouse\nk\u00e9eper \uD83D\uDE00")),
        journal.draft("task-a1"));
    assertEquals(1, journal.drafts().size());
    journal.dropDraft("task-a1");
    assertEquals(List.of(), journal.drafts());
  }

  @Test
  @Requirement("ANS-3")
  void anAnswerLeavesTheDraftsWhenItEntersTheOutbox() {
    journal.saveDraft(Sample.draft("a1", "dawn"));
    OutboxEntry entry = journal.enqueue(Sample.assignment("a1"), new Answer.Text("dawn"));
    reopen();
    assertEquals(List.of(entry), journal.waiting());
    assertEquals(Optional.empty(), journal.draft("task-a1"));
    assertEquals(18, entry.reward().minor());
    assertEquals(OutboxEntry.State.WAITING, entry.state());
  }

  @Test
  @Requirement("ANS-4")
  void anAssignmentHasOneEntryAndOneKey() {
    OutboxEntry first = journal.enqueue(Sample.assignment("a1"), new Answer.Text("dawn"));
    assertEquals(first, journal.enqueue(Sample.assignment("a1"), new Answer.Text("dusk")));
    journal.confirm("a1");
    OutboxEntry again = journal.enqueue(Sample.assignment("a1"), new Answer.Text("dusk"));
    assertEquals(first.key(), again.key());
    assertEquals(OutboxEntry.State.CONFIRMED, again.state());
    assertEquals(List.of(), journal.waiting());
  }

  @Test
  void everyShapeOfAnswerComesBack() {
    Answer form = new Answer.Form(List.of(new Answer.Text("a\tb"), new Answer.Choice("o2")));
    assertEquals(form, journal.enqueue(Sample.assignment("a1"), form).answer());
    Answer choice = new Answer.Choice("o1");
    assertEquals(choice, journal.enqueue(Sample.assignment("a2"), choice).answer());
  }

  @Test
  @Requirement("ANS-6")
  void aRefusedAnswerIsADraftAgainAndCanBeHandedInAnew() {
    journal.saveDraft(Sample.draft("a1", "as the session wrote it"));
    OutboxEntry first = journal.enqueue(Sample.assignment("a1"), new Answer.Text("dawn"));
    journal.refuse("a1", "answer-unfit");
    assertEquals("as the session wrote it", journal.draft("task-a1").orElseThrow().content());
    assertEquals(Optional.of("answer-unfit"), journal.outboxEntry("a1").orElseThrow().refusal());
    assertEquals(List.of(), journal.waiting());
    OutboxEntry second = journal.enqueue(Sample.assignment("a1"), new Answer.Text("dusk"));
    assertNotEquals(first.key(), second.key());
    assertEquals(new Answer.Text("dusk"), second.answer());
    assertEquals(List.of(second), journal.waiting());
  }

  @Test
  @Requirement("ANS-6")
  void aRefusedAnswerWithoutADraftBecomesOneButNeverReplacesANewerOne() {
    journal.enqueue(Sample.assignment("a1"), new Answer.Text("dawn"));
    journal.enqueue(Sample.assignment("a2"), new Answer.Text("old"));
    journal.saveDraft(Sample.draft("a2", "newer"));
    journal.refuse("a1", "lease-expired");
    journal.refuse("a2", "lease-expired");
    Draft draft = journal.draft("task-a1").orElseThrow();
    assertEquals("dawn", draft.content());
    assertEquals(Sample.DEADLINE, draft.deadline());
    assertEquals("newer", journal.draft("task-a2").orElseThrow().content());
  }

  @Test
  @Requirement("ANS-2")
  void acceptingKeepsItsKeyUntilItIsDone() {
    String key = journal.acceptKey("g1");
    reopen();
    assertEquals(key, journal.acceptKey("g1"));
    assertNotEquals(key, journal.acceptKey("g2"));
    journal.acceptDone("g1");
    assertNotEquals(key, journal.acceptKey("g1"));
  }

  @Test
  void settingsAndHiddenRequestersStay() {
    journal.setting("speak", "yes");
    journal.setting("speak", "no");
    journal.hideRequester("r1", "Quick Cash");
    journal.hideRequester("r2", "Slow Pay");
    journal.hideRequester("r1", "Quick Cash");
    journal.showRequester("r2");
    reopen();
    assertEquals(Optional.of("no"), journal.setting("speak"));
    assertEquals(Optional.empty(), journal.setting("lang"));
    assertEquals(List.of("r1"), journal.hiddenRequesters());
  }

  @Test
  @Requirement("ANS-8")
  void anotherMarketsAnswersStayApart() {
    journal.saveDraft(Sample.draft("a1", "mine"));
    journal.enqueue(Sample.assignment("a2"), new Answer.Text("mine too"));
    journal.setting("lang", "nl");
    try (Journal other = SqliteJournal.open(file, "https://hub.example").journal()) {
      assertEquals(List.of(), other.drafts());
      assertEquals(List.of(), other.waiting());
      assertEquals(Optional.of("nl"), other.setting("lang"));
    }
  }

  @Test
  @Requirement("ANS-8")
  void twoProcessesShareOneJournal() {
    try (Journal other = SqliteJournal.open(file, "demo").journal()) {
      journal.saveDraft(Sample.draft("a1", "from one"));
      other.saveDraft(Sample.draft("a2", "from the other"));
      assertEquals("from one", other.draft("task-a1").orElseThrow().content());
      assertEquals(2, journal.drafts().size());
      OutboxEntry entry = journal.enqueue(Sample.assignment("a1"), new Answer.Text("x"));
      assertEquals(entry, other.enqueue(Sample.assignment("a1"), new Answer.Text("x")));
    }
  }

  @Test
  @Requirement("ANS-9")
  void onlyItsOwnerCanReadTheJournal() throws Exception {
    journal.saveDraft(Sample.draft("a1", "private"));
    for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
      assertEquals(
          "rw-------", PermissionsOf.path(file.resolveSibling(name)), "permissions of " + name);
    }
    assertEquals("rwx------", PermissionsOf.path(folder.resolve("data")));
  }

  @Test
  @Requirement("ANS-10")
  void aJournalOfANewerHarkIsLeftAlone() throws Exception {
    journal.saveDraft(Sample.draft("a1", "of tomorrow"));
    journal.close();
    try (JournalDatabase raw = new JournalDatabase(file)) {
      raw.execute("PRAGMA user_version = " + (Schema.VERSION + 1));
    }
    Fault.Storage fault = assertThrows(Fault.Storage.class, () -> SqliteJournal.open(file, "demo"));
    assertEquals("journal.newer", fault.sentence().key());
    try (JournalDatabase raw = new JournalDatabase(file)) {
      assertEquals(Schema.VERSION + 1, raw.number("user_version"));
      raw.execute("PRAGMA user_version = " + Schema.VERSION);
    }
    journal = SqliteJournal.open(file, "demo").journal();
    assertEquals("of tomorrow", journal.draft("task-a1").orElseThrow().content());
  }

  @Test
  @Requirement("ANS-11")
  void aFullDiskIsSaidAndWhatWasKeptStays() throws SQLException {
    journal.saveDraft(Sample.draft("a1", "kept before"));
    journal.close();
    try (JournalDatabase small = new JournalDatabase(file)) {
      small.execute("PRAGMA max_page_count = " + (small.number("page_count") + 2));
      Fault.Storage fault =
          assertThrows(
              Fault.Storage.class,
              () ->
                  small.together(
                      open -> {
                        open.update("DELETE FROM draft");
                        return open.update(
                            "INSERT INTO setting VALUES ('large', ?)", "x".repeat(100_000));
                      }));
      assertEquals("journal.disk-full", fault.sentence().key());
      assertEquals(1, small.run(open -> open.list("SELECT 1 FROM draft", row -> 1)).size());
    }
    reopenAfterClose();
    assertEquals("kept before", journal.draft("task-a1").orElseThrow().content());
    journal.saveDraft(Sample.draft("a1", "and it goes on"));
    assertTrue(Files.exists(file));
  }

  private void reopenAfterClose() {
    journal = SqliteJournal.open(file, "demo").journal();
  }
}
