package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.output.PlainOutput;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.RecordingSpeaker;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.SpeechQueue;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody begins to speak while Hark does. */
final class EarHostTest {
  private final RecordingSpeaker ears = new RecordingSpeaker(true);
  private final SpeechQueue queue =
      new SpeechQueue(
          List.of(new RecordingVoice("first", "en")), 180, SpeechQueue.PATIENCE, ears, _ -> {});
  private final SpokenAnswers spoken = new SpokenAnswers(queue);
  private final Wording wording = Wording.of(Locale.ENGLISH);
  private final EarHost host =
      new EarHost(
          new Teller(
              new SpokenOutput(new PlainOutput(wording, _ -> {}, _ -> {}), wording, spoken),
              spoken),
          () -> false);

  @AfterEach
  void close() {
    ears.release();
    queue.close();
  }

  /** One alert is being said; another, news and the answer that it cut off wait. */
  private void alarmed() {
    ears.hold();
    host.say(Sentence.of("listen.listening"), Priority.ANSWER);
    host.answered();
    ears.awaitBegun("Listening.");
    host.say(Sentence.of("session.time-left-alarm", Duration.ofMinutes(1)), Priority.ALERT);
    ears.awaitBegun("1 minute left.");
    host.say(Sentence.of("listen.microphone-gone"), Priority.ALERT);
    host.say(Sentence.of("session.goodbye"), Priority.BACKGROUND);
  }

  @Test
  @Requirement("VOI-51")
  void alertsAndNewsThatWaitAreStillHeard() {
    alarmed();
    host.giveWay();
    ears.release();
    ears.awaitHeard(
        "Listening. (cut)",
        "1 minute left.",
        wording.say("listen.microphone-gone"),
        wording.say("session.goodbye"));
  }

  @Test
  @Requirement("VOI-51")
  void whereQuietWasAskedForNothingMoreIs() {
    alarmed();
    host.silence();
    assertTrue(queue.awaitSilence(Duration.ofSeconds(20)));
    ears.awaitHeard("Listening. (cut)", "1 minute left. (cut)");
  }
}
