package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.SettableClock;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.filter.Facts;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.hub.HubMarketplace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker hears of a market that sends whatever it likes. */
@SuppressWarnings("NullAway.Init")
@Requirement("SES-21")
class HostileSessionTest {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}&&[^\\n]]");

  /** Longer than this nobody listens to in one breath. */
  private static final int LONGEST = 600;

  @TempDir Path folder;
  private final HostileMarket hostile = new HostileMarket();
  private final HubMarketplace market = new HubMarketplace(hostile.address(), "secret");
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:36:00Z"));
  private final Listener heard = new Listener();
  private SqliteJournal journal;
  private JournalOutbox outbox;
  private Session session;

  @BeforeEach
  void begin() {
    journal = (SqliteJournal) SqliteJournal.open(folder.resolve("journal.db"), "fake").journal();
    outbox = new JournalOutbox(journal, market, (entry, result) -> {});
    Desk desk =
        new Desk(
            market,
            journal,
            outbox,
            new FakePlayer(),
            (file, type) -> SeekableSound.open(file, "This recording"),
            Choice.of(Facts.Me.ANYBODY),
            clock);
    session = new Session(desk, heard);
  }

  @AfterEach
  void end() {
    session.close();
    outbox.close();
    journal.close();
    market.close();
    hostile.close();
  }

  /** What a key says: something, and nothing that harms a terminal, a log or an ear. */
  private String hears(Runnable key) {
    key.run();
    List<String> said = heard.take();
    assertFalse(said.isEmpty(), "a key was not answered");
    for (String sentence : said) {
      assertFalse(UNSAFE.matcher(sentence).find(), sentence);
      assertTrue(sentence.length() <= LONGEST, () -> sentence.length() + ": " + sentence);
      assertFalse(sentence.contains("Exception") || sentence.contains("null"), sentence);
      assertFalse(sentence.contains("inside Hark"), sentence);
    }
    return String.join("\n", said);
  }

  private String act(Action action) {
    return hears(() -> session.act(action));
  }

  private void goTo(String words) {
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String here = act(Action.DETAILS);
      if (here.contains(words)) {
        return;
      }
      passed.add(here);
      act(Action.NEXT);
    }
    throw new AssertionError("no " + words + " in " + passed);
  }

  @Test
  void whatMakesNoSenseIsLeftOutAndTheRestIsSaidPlainly() {
    String first = hears(session::start);
    assertTrue(first.contains("4 tasks are left out"), first);
    StringBuilder all = new StringBuilder(first);
    for (int i = 0; i < 6; i++) {
      all.append('\n').append(act(Action.NEXT));
      act(Action.DETAILS);
      act(Action.REVIEWS);
      act(Action.WHERE);
    }
    assertTrue(all.toString().contains("Loud Ads"), all.toString());
    assertTrue(all.toString().contains("Babel"), all.toString());
    assertFalse(all.toString().contains("[2J"), all.toString());
    assertFalse(all.toString().contains("owned"), all.toString());
  }

  @Test
  void soundThatIsNoSoundIsSaidAndTheTaskCanBeGivenBack() {
    hears(session::start);
    goTo("Noise");
    String said = act(Action.ACCEPT);
    assertTrue(said.contains("This recording is no recording that can be read"), said);
    assertEquals(Mode.HOLDING, session.mode());
    act(Action.PLAY);
    act(Action.RETURN);
    String back = hears(() -> session.confirm(true));
    assertTrue(back.contains("Given back."), back);
    goTo("Void");
    act(Action.ACCEPT);
    act(Action.PLAY);
    act(Action.RETURN);
    hears(() -> session.confirm(true));
    assertEquals(Mode.BROWSING, session.mode());
  }

  @Test
  void aQuestionThatCannotBeReadIsGivenBackAndHonestWorkGoesOn() {
    hears(session::start);
    goTo("Future");
    String said = act(Action.ACCEPT);
    assertTrue(said.contains("This task cannot be read, so it was given back."), said);
    assertEquals(Mode.BROWSING, session.mode());
    goTo("Radio Archive");
    act(Action.ACCEPT);
    act(Action.TYPE);
    session.typed("hello");
    hears(session::typingDone);
    act(Action.SUBMIT);
    String sent = hears(() -> session.confirm(true));
    assertTrue(sent.contains("18 cents"), sent);
    assertEquals(Mode.BROWSING, session.mode());
  }
}
