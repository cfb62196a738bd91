package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Refusal;
import dev.hark.journal.JournalOutbox;
import dev.hark.task.Answer;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a session does when time, hub, sound or journal fail. */
class SessionTroubleTest extends SessionFixture {
  @Test
  @Requirement("SES-16")
  void warnsAtFiveMinutesAtOneAndAtTheEnd() {
    start();
    act(Action.ACCEPT);
    clock.forward(Duration.ofSeconds(59));
    session.tick();
    assertEquals(List.of(), heard.alerts());
    clock.forward(Duration.ofSeconds(1));
    session.tick();
    session.tick();
    assertEquals(List.of("5 minutes left."), heard.alerts());
    clock.forward(Duration.ofMinutes(4));
    session.tick();
    session.tick();
    assertEquals(List.of("5 minutes left.", "1 minute left."), heard.alerts());
    act(Action.TIME);
    heard.hears("1 minute left");
    clock.forward(Duration.ofMinutes(1));
    session.tick();
    assertEquals(3, heard.alerts().size());
    assertTrue(heard.alerts().getLast().startsWith("The time ran out at "));
  }

  @Test
  @Requirement({"SES-17", "SES-18"})
  void aDraftWhoseTimeRanOutIsKeptAndOfferedAgain() throws Exception {
    start();
    act(Action.NEXT, Action.NEXT, Action.ACCEPT);
    session.option(1);
    type("slow words");
    clock.forward(Duration.ofMinutes(10));
    market.refusal = Refusal.LEASE_EXPIRED;
    act(Action.SUBMIT);
    session.confirm(true);
    heard.hears("Your draft is kept.");
    assertEquals(1, journal.drafts().size());
    market.returned.addAll(market.assignments.keySet());
    session.close();
    session = newSession();
    session.start();
    String said = heard.text();
    assertTrue(said.contains("A draft of yours waits: Work g3."), said);
    assertTrue(said.endsWith(offer("g3")), said);
    act(Action.ACCEPT);
    heard.hears("Your draft is here");
  }

  @Test
  @Requirement("SES-17")
  void everyKeyIsInTheJournalBeforeItIsAnswered() {
    start();
    act(Action.ACCEPT, Action.TYPE);
    for (String soFar : List.of("t", "th", "the")) {
      session.typed(soFar);
      assertTrue(journal.draft("task-g1").orElseThrow().content().contains('"' + soFar + '"'));
    }
  }

  @Test
  @Requirement("SES-19")
  void goesOnWithAHeldTaskAfterAQuit() {
    start();
    act(Action.ACCEPT);
    type("half");
    act(Action.QUIT);
    heard.hears("You hold a task; your draft is kept. Quit?");
    session.confirm(true);
    assertEquals(Mode.ENDED, session.mode());
    session = newSession();
    session.start();
    String said = heard.text();
    assertTrue(said.contains("You hold a task: Work g1."), said);
    assertEquals(Mode.HOLDING, session.mode());
    assertEquals("half", session.text());
  }

  @Test
  @Requirement("SES-20")
  void keepsTheAnswerWhenTheHubIsGoneAndGoesOn() {
    start();
    act(Action.ACCEPT);
    type("safe words");
    market.down = true;
    act(Action.SUBMIT);
    session.confirm(true);
    heard.hears("The hub does not answer. Your words are kept here and will be sent");
    assertEquals(1, journal.waiting().size());
    assertEquals(Mode.BROWSING, session.mode());
    act(Action.NEXT);
    heard.hears(offer("g2"));
    market.down = false;
    open.add(session);
    assertEquals(0, newOutboxFlush());
    assertEquals(List.of(new Answer.Text("safe words")), List.copyOf(market.answers.values()));
  }

  private int newOutboxFlush() {
    try (JournalOutbox outbox = new JournalOutbox(journal, market, (entry, result) -> {})) {
      return outbox.flush();
    }
  }

  @Test
  @Requirement("SES-20")
  void startsWithoutAHubAndLooksAgainOnNext() {
    market.down = true;
    session.start();
    heard.hears("does not answer");
    market.down = false;
    act(Action.NEXT);
    heard.hears(offer("g1"));
  }

  @Test
  @Requirement("SES-21")
  void aTaskThatIsGoneAndSoundThatIsBrokenDoNotStopTheSession() {
    market.add(
        "g5",
        "Broken",
        new Question.Transcription(
            "Write.", List.of(new Medium("broken", "audio/wav", Optional.empty(), ""))));
    start();
    market.refusal = Refusal.NO_TASK_LEFT;
    act(Action.ACCEPT);
    heard.hears("Next: " + offer("g2"));
    act(Action.NEXT, Action.NEXT, Action.ACCEPT);
    heard.hears("p tries the sound again, x gives the task back.");
    assertEquals(Mode.HOLDING, session.mode());
    act(Action.RETURN);
    session.confirm(true);
    heard.hears("Given back.");
  }

  @Test
  @Requirement({"SES-15", "SES-23"})
  void aSlowHubIsNotWaitedForWhenHandingIn() throws Exception {
    start();
    act(Action.ACCEPT);
    type("words");
    act(Action.SUBMIT);
    CountDownLatch wait = new CountDownLatch(1);
    heard.take();
    market.slow = wait;
    Thread hub = Thread.ofVirtual().start(() -> session.confirm(true));
    heard.waitFor("Sending.");
    heard.waitFor("Your words are kept here and will be sent");
    market.slow = null;
    wait.countDown();
    hub.join();
    heard.waitFor("Sent now: Work g1");
    assertEquals(1, market.answers.size());
  }
}
