package dev.hark.work;

import dev.hark.watch.Newsfeed;
import java.util.concurrent.CountDownLatch;

/** Tells that it is followed, and nothing more. */
final class QuietFeed implements Newsfeed {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public void follow(Ear ear) {
    ear.begun();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
