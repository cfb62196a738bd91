package dev.hark.watch;

import dev.hark.market.hub.News;
import java.util.concurrent.locks.Lock;

/**
 * News that come as late as a test wants.
 *
 * @param feed closed with this
 * @param gate nothing comes while somebody holds it
 */
record SlowFeed(Newsfeed feed, Lock gate) implements Newsfeed {
  @Override
  public void follow(Ear ear) {
    feed.follow(
        new Ear() {
          @Override
          public void begun() {
            ear.begun();
          }

          @Override
          public void news(News news) {
            gate.lock();
            try {
              ear.news(news);
            } finally {
              gate.unlock();
            }
          }

          @Override
          public void broken() {
            ear.broken();
          }
        });
  }

  @Override
  public void close() {
    feed.close();
  }
}
