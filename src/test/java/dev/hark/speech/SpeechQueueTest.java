package dev.hark.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("SND-3")
class SpeechQueueTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final RecordingVoice voice = new RecordingVoice("first", "en");
  private final RecordingSpeaker ears = new RecordingSpeaker(true);
  private final List<Sentence> news = new CopyOnWriteArrayList<>();
  private final SpeechQueue queue =
      new SpeechQueue(List.of(voice), 180, SpeechQueue.PATIENCE, ears, news::add);

  @AfterEach
  void close() {
    ears.release();
    queue.close();
  }

  private void say(String text, Priority priority) {
    queue.say(new Utterance(text, Locale.ENGLISH, priority));
  }

  @Test
  void theAnswerToAKeyStopsTheAnswerBefore() {
    ears.hold();
    say("First task", Priority.ANSWER);
    ears.awaitBegun("First task");
    say("Second task", Priority.ANSWER);
    ears.awaitBegun("Second task");
    ears.release();
    ears.awaitHeard("First task (cut)", "Second task");
  }

  @Test
  @Requirement("SND-20")
  void aKeyStopsWhatIsSaidAtOnceAndForgetsWhatWaited() {
    ears.hold();
    say("First task", Priority.ANSWER);
    ears.awaitBegun("First task");
    say("Fetching", Priority.PROGRESS);
    queue.keyPressed();
    assertTrue(queue.awaitSilence(BOUND));
    ears.awaitHeard("First task (cut)");
  }

  @Test
  @Requirement("SND-20")
  void aKeyLetsAnAlertGoOnAndNewsIsSaidAgain() {
    ears.hold();
    say("One minute left", Priority.ALERT);
    ears.awaitBegun("One minute left");
    queue.keyPressed();
    ears.release();
    ears.awaitHeard("One minute left");
    ears.hold();
    say("A new task", Priority.BACKGROUND);
    ears.awaitBegun("A new task");
    queue.keyPressed();
    ears.release();
    ears.awaitHeard("One minute left", "A new task (cut)", "A new task");
  }

  @Test
  void newsThatWaitsAlreadyIsNotSaidTwice() {
    ears.hold();
    say("First task", Priority.ANSWER);
    ears.awaitBegun("First task");
    say("A new task", Priority.BACKGROUND);
    say("A new task", Priority.BACKGROUND);
    ears.release();
    assertTrue(queue.awaitSilence(BOUND));
    ears.awaitHeard("First task", "A new task");
  }

  @Test
  @Requirement("SND-21")
  void whatIsSaidSlowerIsSaidAtThatPartOfTheRate() {
    Utterance slow =
        new Utterance("First task", Locale.ENGLISH, Priority.ANSWER).in(Manner.USUAL.withPace(64));
    queue.say(slow);
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(115, voice.lastRate());
    say("Second task", Priority.ANSWER);
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(180, voice.lastRate());
  }

  @Test
  void anAnswerThatWasNotBegunIsNotHeardOnceThereIsANewerOne() {
    ears.hold();
    say("One minute left", Priority.ALERT);
    ears.awaitBegun("One minute left");
    say("First task", Priority.ANSWER);
    say("Second task", Priority.ANSWER);
    ears.release();
    ears.awaitHeard("One minute left", "Second task");
    assertTrue(queue.awaitSilence(BOUND));
    assertFalse(voice.asked().contains("First task"));
  }

  @Test
  void severalSentencesOfOneAnswerAreAllHeard() {
    ears.hold();
    say("Old", Priority.ANSWER);
    ears.awaitBegun("Old");
    queue.say(
        List.of(
            new Utterance("Length", Locale.ENGLISH, Priority.ANSWER),
            new Utterance("Pay", Locale.ENGLISH, Priority.ANSWER)));
    ears.release();
    ears.awaitHeard("Old (cut)", "Length", "Pay");
  }

  @Test
  void anAlertInterruptsOnceAndTheAnswerIsSaidAgain() {
    ears.hold();
    say("The whole answer", Priority.ANSWER);
    ears.awaitBegun("The whole answer");
    say("Five minutes left", Priority.ALERT);
    ears.awaitBegun("Five minutes left");
    ears.release();
    ears.awaitHeard("The whole answer (cut)", "Five minutes left", "The whole answer");
  }

  @Test
  void anAlertIsCutByNothingButSilence() {
    ears.hold();
    say("The hub is gone", Priority.ALERT);
    ears.awaitBegun("The hub is gone");
    say("One minute left", Priority.ALERT);
    say("News", Priority.BACKGROUND);
    say("Answer", Priority.ANSWER);
    ears.release();
    ears.awaitHeard("The hub is gone", "One minute left", "Answer", "News");
  }

  @Test
  void onlyTheNewestProgressIsSaid() {
    ears.hold();
    say("Answer", Priority.ANSWER);
    ears.awaitBegun("Answer");
    say("10 of 40 loaded", Priority.PROGRESS);
    say("30 of 40 loaded", Priority.PROGRESS);
    ears.release();
    ears.awaitHeard("Answer", "30 of 40 loaded");
    assertFalse(voice.asked().contains("10 of 40 loaded"));
  }

  @Test
  void progressIsStaleAfterAnAnswer() {
    ears.hold();
    say("Still loading", Priority.PROGRESS);
    ears.awaitBegun("Still loading");
    say("12 tasks", Priority.ANSWER);
    ears.awaitBegun("12 tasks");
    ears.release();
    ears.awaitHeard("Still loading (cut)", "12 tasks");
  }

  @Test
  void newsWaitsAndIsNotLostWhenItIsCutOff() {
    ears.hold();
    say("A requester answered", Priority.BACKGROUND);
    ears.awaitBegun("A requester answered");
    say("4 minutes left", Priority.ANSWER);
    ears.awaitBegun("4 minutes left");
    ears.release();
    ears.awaitHeard("A requester answered (cut)", "4 minutes left", "A requester answered");
  }

  @Test
  void newsThatWasCutOffTwiceIsLetGo() {
    ears.hold();
    say("News", Priority.BACKGROUND);
    ears.awaitBegun("News");
    say("One", Priority.ANSWER);
    ears.awaitBegun("One");
    ears.release();
    ears.awaitHeard("News (cut)", "One", "News");
    assertTrue(queue.awaitSilence(BOUND));
    ears.hold();
    say("More news", Priority.BACKGROUND);
    ears.awaitBegun("More news");
    ears.quiet(false);
    queue.reconsider();
    ears.awaitHeard("News (cut)", "One", "News", "More news (cut)");
    ears.quiet(true);
    queue.reconsider();
    ears.awaitHeard("News (cut)", "One", "News", "More news (cut)", "More news ...");
    say("Two", Priority.ANSWER);
    ears.awaitBegun("Two");
    ears.release();
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(
        List.of("News (cut)", "One", "News", "More news (cut)", "More news (cut)", "Two"),
        ears.heard());
  }

  @Test
  @Requirement("SND-4")
  void newsWaitsForARecordingAndAnAnswerDoesNot() {
    ears.quiet(false);
    say("News", Priority.BACKGROUND);
    say("Answer", Priority.ANSWER);
    ears.awaitHeard("Answer");
    assertFalse(queue.awaitSilence(Duration.ofMillis(1)));
    ears.quiet(true);
    queue.reconsider();
    ears.awaitHeard("Answer", "News");
  }

  @Test
  @Requirement("SAY-39")
  void progressThatARecordingKeepsFromBeingSaidIsNotSaidOnceItIsOver() {
    ears.quiet(false);
    say("Playing", Priority.PROGRESS);
    ears.quiet(true);
    queue.reconsider();
    ears.hold();
    say("Answer", Priority.ANSWER);
    ears.awaitBegun("Answer");
    say("Sound before this", Priority.PROGRESS);
    ears.quiet(false);
    queue.reconsider();
    ears.quiet(true);
    queue.reconsider();
    ears.release();
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(List.of("Answer"), ears.heard());
  }

  @Test
  @Requirement("SAY-39")
  void thatSomebodyHasToWaitIsHeardWhileARecordingPlaysUntilTheAnswerComes() {
    ears.quiet(false);
    ears.hold();
    say("Waiting for the hub", Priority.WAIT);
    ears.awaitBegun("Waiting for the hub");
    assertEquals(List.of(true), ears.wanted(), "the recording pauses");
    say("12 tasks", Priority.ANSWER);
    ears.release();
    ears.awaitHeard("Waiting for the hub (cut)", "12 tasks");
  }

  @Test
  void silenceStopsWhatIsSaidAndForgetsWhatWaits() {
    ears.hold();
    say("Long news", Priority.BACKGROUND);
    ears.awaitBegun("Long news");
    say("More", Priority.BACKGROUND);
    queue.silence();
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(List.of("Long news (cut)"), ears.heard());
  }

  @Test
  @Requirement("SND-4")
  void theFloorIsClaimedBeforeTheFirstSampleAndGivenBackAfterTheLast() {
    ears.hold();
    say("Accepted. Playing.", Priority.ANSWER);
    assertEquals(List.of(true), ears.wanted(), "claimed when say() returns");
    ears.release();
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(List.of(true, false), ears.wanted());
    say("News", Priority.BACKGROUND);
    assertTrue(queue.awaitSilence(BOUND));
    assertEquals(List.of(true, false), ears.wanted());
  }

  @Test
  void whereSoundTakesNoTimeEverythingIsHeardInItsOrder() {
    RecordingSpeaker files = new RecordingSpeaker(false);
    try (SpeechQueue unpaced =
        new SpeechQueue(List.of(voice), 180, SpeechQueue.PATIENCE, files, news::add)) {
      for (int i = 0; i < 20; i++) {
        Priority priority = List.of(Priority.values()).get(i % 4);
        unpaced.say(new Utterance("line " + i, Locale.ENGLISH, priority));
      }
      assertTrue(unpaced.awaitSilence(BOUND));
    }
    assertEquals(IntStream.range(0, 20).mapToObj(i -> "line " + i).toList(), files.heard());
  }

  @Test
  void theEngineIsLoadedBeforeAnythingIsSaidAndClosedAtTheEnd() {
    queue.rate(240);
    say("Faster", Priority.ANSWER);
    assertTrue(queue.awaitSilence(BOUND));
    assertTrue(voice.prepared());
    assertEquals(240, voice.lastRate());
  }
}
