package dev.hark.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.task.Answer;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("ANS-12")
class DamagedJournalTest {
  private static final int PAGE = 4096;

  private static byte[] whole = new byte[0];

  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void fill(@TempDir Path elsewhere) throws IOException {
    Path file = elsewhere.resolve("journal.db");
    try (Journal journal = SqliteJournal.open(file, "demo").journal()) {
      for (int i = 0; i < 60; i++) {
        journal.saveDraft(Sample.draft("d" + i, "words of draft " + i + " " + "x".repeat(300)));
      }
      journal.enqueue(Sample.assignment("a1"), new Answer.Text("on its way"));
      journal.enqueue(Sample.assignment("a2"), new Answer.Text("there already"));
      journal.confirm("a2");
      journal.setting("speak", "no");
      journal.hideRequester("r1", "Quick Cash");
    }
    whole = Files.readAllBytes(file);
  }

  @BeforeEach
  void copy() throws IOException {
    file = Files.write(folder.resolve("journal.db"), whole);
  }

  private void overwrite(long from, int length) throws IOException {
    byte[] garbage = new byte[length];
    new Random(7).nextBytes(garbage);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(garbage), from);
    }
  }

  private List<Path> aside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("journal.db.corrupt-"))
          .toList();
    }
  }

  private Sentence reopened(byte[] damaged) throws IOException {
    SqliteJournal.Opened opened = SqliteJournal.open(file, "demo");
    try (Journal journal = opened.journal()) {
      journal.saveDraft(Sample.draft("new", "it goes on"));
      assertEquals("it goes on", journal.draft("task-new").orElseThrow().content());
    }
    assertEquals(1, aside().size());
    assertArrayEquals(damaged, Files.readAllBytes(aside().getFirst()));
    Sentence notice = opened.notice().orElseThrow();
    String words = Wording.of(Locale.ENGLISH).say(notice);
    assertTrue(words.contains(aside().getFirst().toString()), words);
    return notice;
  }

  @Test
  void pureGarbageIsMovedAsideAndANewOneBegins() throws IOException {
    byte[] garbage = "this is no journal at all\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    Files.write(file, garbage);
    assertEquals("journal.damaged", reopened(garbage).key());
  }

  @Test
  void anOverwrittenStartLosesNothingThatLiesBehindIt() throws IOException {
    overwrite(0, 100);
    assertEverythingIsSaved(Files.readAllBytes(file));
  }

  @Test
  void anOverwrittenFirstPageLosesNothingThatLiesBehindIt() throws IOException {
    overwrite(0, PAGE);
    assertEverythingIsSaved(Files.readAllBytes(file));
  }

  private void assertEverythingIsSaved(byte[] damaged) throws IOException {
    Sentence notice = reopened(damaged);
    assertEquals("journal.salvaged", notice.key());
    assertEquals(List.of(60, 1), notice.args().subList(1, 3));
    try (Journal journal = SqliteJournal.open(file, "demo").journal()) {
      assertEquals(61, journal.drafts().size());
      assertEquals(new Answer.Text("on its way"), journal.waiting().getFirst().answer());
      assertEquals("no", journal.setting("speak").orElseThrow());
      assertEquals(List.of("r1"), journal.hiddenRequesters());
    }
  }

  @Test
  void aBrokenPieceInTheMiddleLeavesTheRestReadable() throws IOException {
    long middle = Files.size(file) / PAGE / 2 * PAGE;
    overwrite(middle, PAGE);
    Sentence notice = reopened(Files.readAllBytes(file));
    assertEquals("journal.salvaged", notice.key());
    assertTrue((int) notice.args().get(1) >= 30, "saved " + notice.args());
  }

  @Test
  void aTruncatedOneGivesWhatIsLeft() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    Sentence notice = reopened(Files.readAllBytes(file));
    assertTrue(notice.key().startsWith("journal."));
  }

  @Test
  void anotherProgramsDatabaseIsNotTouched() throws Exception {
    Files.delete(file);
    try (JournalDatabase other = new JournalDatabase(file)) {
      other.execute("CREATE TABLE recipes (name TEXT)");
      other.text("wal_checkpoint(TRUNCATE)");
    }
    assertEquals("journal.damaged", reopened(Files.readAllBytes(file)).key());
  }

  @Test
  void aFolderInItsPlaceIsMovedAside() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    Files.writeString(file.resolve("note.txt"), "mine");
    try (Journal journal = SqliteJournal.open(file, "demo").journal()) {
      journal.saveDraft(Sample.draft("new", "it goes on"));
    }
    assertEquals("mine", Files.readString(aside().getFirst().resolve("note.txt")));
  }

  @Test
  void anEmptyFileIsANewJournal() throws IOException {
    Files.write(file, new byte[0]);
    SqliteJournal.Opened opened = SqliteJournal.open(file, "demo");
    opened.journal().close();
    assertTrue(opened.notice().isEmpty());
    assertEquals(List.of(), aside());
  }

  @Test
  void anyGarbageAnywhereLeavesAJournalThatWorks() throws IOException {
    Random random = new Random(20261123);
    for (int round = 0; round < 25; round++) {
      for (Path old : aside()) {
        Files.delete(old);
      }
      Files.write(file, whole);
      overwrite(random.nextLong(whole.length), 1 + random.nextInt(3000));
      SqliteJournal.Opened opened = SqliteJournal.open(file, "demo");
      try (Journal journal = opened.journal()) {
        journal.saveDraft(Sample.draft("new", "round " + round));
        assertEquals("round " + round, journal.draft("task-new").orElseThrow().content());
      }
      assertEquals(opened.notice().isPresent() ? 1 : 0, aside().size());
    }
  }
}
