package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The microphone is tried in a session, and a recording is thrown away. */
final class MicrophoneAtWorkTest extends SpokenFixture {
  /** An answer is being said. */
  private void recording() throws InterruptedException {
    ear(false);
    session.act(Action.ACCEPT);
    session.act(Action.RESPEAK);
    heard.waitFor("Speak; a pause ends.");
    microphone.drained();
  }

  /** What was heard, but for what comes whenever the recogniser is loaded. */
  private List<String> told() {
    return heard.take().stream().filter(words -> !words.equals("Listening.")).toList();
  }

  /** Four seconds of somebody who speaks now and then. */
  private void speakForAWhile() {
    for (int i = 0; i < 3; i++) {
      microphone.speak();
    }
  }

  @Test
  @Requirement("VOI-42")
  void howWellSomebodyIsHeardIsToldWhenAsked() throws InterruptedException {
    ear(false);
    session.act(Action.CHECK_MICROPHONE);
    heard.hears("Speak for 4 seconds, as you always do.");
    speakForAWhile();
    heard.waitFor("I hear you well, ");
    session.act(Action.ACCEPT);
    heard.take();
    session.act(Action.CHECK_MICROPHONE);
    microphone.silence(4000);
    heard.waitFor("I hear nothing; is the microphone on?");
  }

  @Test
  @Requirement("VOI-42")
  void handsFreeItIsToldTooAndCommandsAreHeardAgain() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    heard.take();
    session.act(Action.CHECK_MICROPHONE);
    speakForAWhile();
    heard.waitFor("I hear you well, ");
    assertEquals(2, heard.take().size());
    say(() -> "hey hark");
    heard.waitFor("Yes?");
    command("check microphone", "Speak for 4 seconds");
  }

  @Test
  @Requirement("VOI-42")
  void aMicrophoneThatGoesMeanwhileIsToldAndKeysGoOn() throws InterruptedException {
    ear(false);
    session.act(Action.CHECK_MICROPHONE);
    microphone.speak();
    microphone.unplug();
    heard.waitFor("The microphone is gone.");
    assertEquals(
        1, heard.take().stream().filter(words -> words.contains("microphone is gone")).count());
    session.act(Action.NEXT);
    heard.hears("Fair Words");
  }

  @Test
  @Requirement("VOI-42")
  void withoutAMicrophoneAndWhileAnAnswerIsSaidThatIsTold() throws InterruptedException {
    start();
    session.act(Action.CHECK_MICROPHONE);
    heard.hears("There is no microphone in this session.");
  }

  @Test
  @Requirement("VOI-42")
  void whileAnAnswerIsSaidItIsNotTried() throws InterruptedException {
    recording();
    heard.take();
    session.act(Action.CHECK_MICROPHONE);
    assertEquals(List.of("You are saying an answer; end that first."), told());
    dictated("the old lamp", "the old lamp");
  }

  @Test
  @Requirement("VOI-43")
  void aRecordingIsThrownAwayAndTheNextBeginsAtOnce() throws InterruptedException {
    recording();
    microphone.speak();
    microphone.drained();
    heard.take();
    session.act(Action.UNDO);
    session.act(Action.RESPEAK);
    microphone.silence(100);
    heard.waitFor("Speak; a pause ends.");
    assertEquals(List.of("Taken back; there is no answer yet.", "Speak; a pause ends."), told());
    dictated("the old lamp", "the old lamp");
    session.act(Action.UNDO);
    session.act(Action.READ);
    heard.hears("There is no answer yet");
  }

  @Test
  @Requirement("VOI-43")
  void eachPressThatEndsARecordingIsAnswered() throws InterruptedException {
    recording();
    heard.take();
    session.act(Action.RESPEAK);
    session.act(Action.RESPEAK);
    assertEquals(List.of("Writing.", "Writing."), told());
  }

  @Test
  @Requirement("VOI-47")
  void writingThatTakesAWhileIsTold() throws InterruptedException {
    recording();
    heard.take();
    say(() -> slowly("the lamp"));
    microphone.silence(2000);
    heard.waitFor("the lamp");
  }

  @Test
  @Requirement("VOI-46")
  void aMicrophoneThatGoesInTheMiddleOfAnAnswerKeepsWhatWasSaidAndIsTold()
      throws InterruptedException {
    recording();
    say(() -> "the old lamp");
    microphone.drained();
    microphone.unplug();
    heard.waitFor("The microphone is gone.");
    String all = heard.text();
    assertTrue(all.contains("the old lamp"), all);
    session.act(Action.RESPEAK);
    heard.waitFor("Nothing was taken down; your answer is as it was.");
    session.act(Action.READ);
    heard.hears("the old lamp");
    microphone.plugIn();
    session.act(Action.RESPEAK);
    dictated("burns", "burns");
  }

  @Test
  @Requirement("VOI-46")
  void aMicrophoneThatAnotherProgramHasIsToldAndKeysGoOn() throws InterruptedException {
    ear(false);
    session.act(Action.ACCEPT);
    microphone.take();
    session.act(Action.RESPEAK);
    heard.waitFor("another program may use it");
    session.act(Action.CHECK_MICROPHONE);
    heard.waitFor("another program may use it");
    type("the old");
    session.act(Action.READ);
    heard.hears("the old");
  }

  @Test
  @Requirement("VOI-46")
  void silenceAndNoiseInPlaceOfAnAnswerAreToldAndTheAnswerIsAsItWas() throws InterruptedException {
    ear(false);
    session.act(Action.ACCEPT);
    type("the old");
    session.act(Action.RESPEAK);
    microphone.silence(9_910);
    heard.waitFor("I hear nothing; is the microphone on?");
    heard.waitFor("your answer is as it was");
    heard.take();
    session.act(Action.RESPEAK);
    microphone.noise(10_010);
    heard.waitFor("your answer is as it was");
    session.act(Action.READ);
    heard.hears("the old");
  }
}
