package dev.hark.hub.job;

import dev.hark.hub.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings texts up to date as answers arrive, so that a piece asks for another answer at once. What
 * another hub on the same database left undone is found within half a minute.
 */
public final class TextKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TextKeeper.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final JobTexts texts;
  private final Semaphore news;
  private volatile boolean closing;

  private TextKeeper(JobTexts texts, Semaphore news) {
    this.texts = texts;
    this.news = news;
  }

  static TextKeeper start(JobTexts texts, Semaphore news) {
    TextKeeper keeper = new TextKeeper(texts, news);
    Thread.ofPlatform().daemon().name("hub-texts").start(keeper::keep);
    return keeper;
  }

  private void keep() {
    try {
      while (!closing) {
        once();
        boolean _ = news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
      }
    } catch (InterruptedException _) {
      // Nobody interrupts this thread; whoever did wants it to end.
    }
  }

  private void once() {
    try {
      texts.settleAll();
      texts.endOver();
    } catch (StoreException e) {
      LOG.warn("texts cannot be kept up to date now", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    news.release();
  }
}
