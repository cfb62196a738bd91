package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.voice.Ear;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A microphone that goes and comes, and recognisers that fail. */
final class EarTroubleTest extends SpokenFixture {
  @Test
  @Requirement("VOI-24")
  void whatToSayIsToldOnceItIsUnderstood() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    assertEquals(
        List.of("I am getting ready to listen.", "Listening.", "Say hey hark, and then a command."),
        heard.take().stream().filter(words -> words.matches("I am.*|List.*|Say.*")).toList());
  }

  @Test
  @Requirement("VOI-25")
  void aRecogniserThatFailsIsToldAndTheNextCommandIsHeard() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    say(SpokenFixture::fails);
    heard.waitFor("Something failed while I listened. Say it again.");
    say(() -> "hey hark");
    heard.waitFor("Yes?");
    say(() -> "where am i");
    heard.waitFor("Task 1 of");
    assertEquals(2, loaded);
  }

  @Test
  @Requirement("VOI-25")
  void aRecogniserThatAlwaysFailsLeavesTheKeys() throws InterruptedException {
    Ear ear = ear(true);
    heard.waitFor("Say hey hark");
    for (int i = 0; i < 2; i++) {
      heard.take();
      say(SpokenFixture::fails);
      heard.waitFor("Something failed");
    }
    say(SpokenFixture::fails);
    heard.waitFor("is off. Go on by keys; Tab listens once.");
    heard.take();
    session.act(Action.NEXT);
    heard.hears("Fair Words");
    ear.command();
    microphone.silence(100);
    heard.waitFor("Listening.");
    assertTrue(loaded >= 4, loaded + " loaded");
  }

  @Test
  @Requirement("VOI-25")
  void anAnswerThatARecogniserFailsOnLeavesTheDraft() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    session.act(Action.ACCEPT);
    type("the old");
    session.act(Action.RESPEAK);
    say(SpokenFixture::fails);
    microphone.silence(2000);
    heard.waitFor("Something failed while I listened.");
    heard.take();
    session.act(Action.READ);
    heard.hears("the old");
  }

  @Test
  @Requirement("VOI-26")
  void aMicrophoneThatComesBackIsListenedToAgain() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    microphone.unplug();
    heard.waitFor("The microphone is gone.");
    heard.take();
    microphone.plugIn();
    microphone.silence(100);
    heard.waitFor("The microphone is back. Say hey hark, and then a command.");
    say(() -> "hey hark");
    heard.waitFor("Yes?");
    String all = heard.take().stream().collect(Collectors.joining("|"));
    assertEquals(Optional.empty(), Optional.of(all).filter(text -> text.contains("is gone")));
  }

  @Test
  @Requirement("VOI-26")
  void silenceAndNoiseAreNoTrouble() throws InterruptedException {
    ear(true);
    heard.waitFor("Say hey hark");
    heard.take();
    microphone.silence(1000);
    microphone.noise(1000);
    microphone.noise(4000);
    microphone.silence(1000);
    say(() -> "hey hark");
    heard.waitFor("Yes?");
    assertEquals(List.of("Yes?"), heard.take());
    assertEquals(1, loaded);
  }
}
