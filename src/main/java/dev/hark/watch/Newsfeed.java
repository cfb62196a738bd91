package dev.hark.watch;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.EventFeed;
import dev.hark.market.hub.News;
import java.util.function.Consumer;

/** Where watching hears what happens on a market. */
public interface Newsfeed extends AutoCloseable {
  /** Hears; on the thread that follows. */
  interface Ear {
    /** It is followed from now on: what stood before must be looked at. */
    void begun();

    void news(News news);

    /** It broke; it goes on by itself, and {@link #begun} tells when. */
    void broken();
  }

  /**
   * Tells until it is closed. A break is survived; {@code Fault.Refused} where the market tells
   * nothing.
   */
  void follow(Ear ear);

  @Override
  void close();

  /** A way to make a feed of a hub's events, for the one who hears its notices. */
  interface Maker {
    EventFeed make(Consumer<Sentence> notices);
  }

  /** Of a hub's events. */
  static Newsfeed of(Maker maker) {
    return new HubNewsfeed(maker);
  }

  /** A hub's events. */
  final class HubNewsfeed implements Newsfeed {
    private final EventFeed feed;
    private volatile Runnable broken = () -> {};

    private HubNewsfeed(Maker maker) {
      this.feed =
          maker.make(
              notice -> {
                // A hub that asks to wait is there, and asking it for more would not help.
                if (!notice.key().equals("market.asked-to-wait")) {
                  broken.run();
                }
              });
    }

    /**
     * {@inheritDoc}
     *
     * @throws Fault.Refused where the hub has no events, or this token may not read them
     */
    @Override
    public void follow(Ear ear) {
      broken = ear::broken;
      feed.follow(ear::news, ear::begun);
    }

    @Override
    public void close() {
      feed.close();
    }
  }
}
