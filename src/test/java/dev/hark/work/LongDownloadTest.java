package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.device.VirtualSound;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A recording that takes long to come. */
final class LongDownloadTest extends SessionFixture {
  private final CountDownLatch coming = new CountDownLatch(1);

  private void accept() {
    market.download = coming;
    session.start();
    heard.take();
    session.act(Action.ACCEPT);
  }

  @Test
  @Requirement("SND-35")
  void theSessionGoesOnMeanwhileAndItPlaysWhenItIsThere() throws InterruptedException {
    accept();
    heard.hears("Downloading, 5 seconds so far: 12 of 115 megabytes. It plays when it is here");
    session.act(Action.PLAY);
    heard.hears("Downloading, ");
    session.act(Action.TYPE);
    session.typed("the old lighthouse");
    session.typingDone();
    heard.hears("3 words");
    assertFalse(player.playing());
    coming.countDown();
    VirtualSound.await("it plays", player::playing);
    assertEquals(1, market.played.size());
  }

  @Test
  @Requirement({"SND-35", "SAY-41"})
  void whatFailsOnTheWayIsSaidOnceAndCanBeTriedAgain() throws InterruptedException {
    accept();
    heard.take();
    market.down = true;
    coming.countDown();
    heard.waitFor("The hub does not answer.");
    heard.waitFor("p tries the sound again");
    List<String> told = heard.take();
    List<String> alerts = heard.alerts();
    assertEquals(told, alerts, "at once: nobody pressed a key to which it is the answer");
    session.tick();
    assertEquals(List.of(), heard.take());
    market.down = false;
    session.act(Action.PLAY);
    assertTrue(player.playing());
  }

  @Test
  @Requirement("SND-35")
  void aTaskThatWasGivenBackPlaysNothing() throws InterruptedException {
    accept();
    session.act(Action.RETURN);
    session.confirm(true);
    coming.countDown();
    session.tick();
    heard.take();
    session.tick();
    assertFalse(player.playing());
    assertEquals(List.of(), heard.take());
  }
}
