package dev.hark.audio.device;

import dev.hark.audio.SoundOutput;
import dev.hark.audio.none.NoneOutput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/**
 * A sound device of this machine. Where it stops taking sound in the middle, what is left goes on
 * on the device that the system then has; where there is none, that is said once, nothing is heard
 * and nothing waits, until there is one again.
 */
public final class DeviceOutput implements SoundOutput {
  private static final int USUAL_RATE = 16_000;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Consumer<Sentence> news;
  private final NoneOutput instead = new NoneOutput();
  private final Lines usual;
  private final Duration lookAgain;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Lines opener;
  private @Nullable SourceDataLine idle;
  private boolean gone;
  private boolean closed;

  private DeviceOutput(Lines chosen, Lines usual, Duration lookAgain, Consumer<Sentence> news) {
    this.lookAgain = lookAgain;
    this.opener = chosen;
    this.usual = usual;
    this.news = news;
  }

  /** The system's default device; see the other. */
  public static SoundOutput open(Consumer<Sentence> news) {
    return open(Optional.empty(), news);
  }

  /**
   * Opens the device, or finds within some seconds that there is none that works; then says so and
   * gives an output that is silent, at least until the device can be opened.
   *
   * @param name a part of the device's name as {@link Devices} lists it; empty for the system's
   *     default. Where there is none of that name, that is said, and the default is taken.
   * @param news hears, once each, that there is no device, that it is gone, and that it is back; on
   *     any thread
   */
  public static SoundOutput open(Optional<String> name, Consumer<Sentence> news) {
    return open(DeviceChoice.of(name, news), new LineOpener(Optional.empty()), LOOK_AGAIN, news);
  }

  /**
   * @param usual takes over where the chosen one fails
   * @param lookAgain how often a device is looked for that is gone
   */
  static SoundOutput open(Lines chosen, Lines usual, Duration lookAgain, Consumer<Sentence> news) {
    DeviceOutput output = new DeviceOutput(chosen, usual, lookAgain, news);
    return switch (output.opener.open(USUAL_RATE)) {
      case Lines.Open(var line) -> {
        output.release(line);
        yield output;
      }
      case Lines.Busy _ -> output.without("audio.device-busy");
      case Lines.Absent _ -> output.without("audio.no-device");
    };
  }

  private DeviceOutput without(String why) {
    synchronized (this) {
      gone = true;
    }
    news.accept(Sentence.of(why));
    lookForIt();
    return this;
  }

  @Override
  public synchronized Kind kind() {
    return gone ? Kind.NONE : Kind.DEVICE;
  }

  @Override
  public Voice open(int rate, Track track, String words) {
    SourceDataLine line;
    synchronized (this) {
      if (gone || closed) {
        return instead.open(rate, track, words);
      }
      line = idle;
      idle = null;
    }
    if (line == null || line.getFormat().getSampleRate() != rate) {
      // A device without a mixer has one line only.
      if (line != null) {
        line.close();
      }
      line = another(rate);
    }
    return line == null ? instead.open(rate, track, words) : new LineVoice(line, this);
  }

  /** Opens a line; where that cannot be done, gives the device up and says so. */
  private @Nullable SourceDataLine another(int rate) {
    if (opener.open(rate) instanceof Lines.Open(var line)) {
      return line;
    }
    lost();
    return null;
  }

  /**
   * A line in place of one that takes no more sound.
   *
   * @return null where there is none; then that was said
   */
  @Nullable SourceDataLine replace(SourceDataLine dead) {
    LineOpener.abandon(dead);
    synchronized (this) {
      if (gone || closed) {
        return null;
      }
      opener = usual;
    }
    SourceDataLine line = another(Math.round(dead.getFormat().getSampleRate()));
    if (line != null) {
      news.accept(Sentence.of("audio.device-changed"));
    }
    return line;
  }

  /** Keeps the line for the next voice, which then starts sooner. */
  synchronized void release(SourceDataLine line) {
    if (gone || closed || idle != null) {
      line.close();
    } else {
      idle = line;
    }
  }

  private void lost() {
    synchronized (this) {
      if (gone || closed) {
        return;
      }
      gone = true;
    }
    news.accept(Sentence.of("audio.device-gone"));
    lookForIt();
  }

  private void lookForIt() {
    Thread.ofPlatform().daemon().name("look for a sound device").start(this::untilItIsBack);
  }

  private void untilItIsBack() {
    while (waited()) {
      if (opener.open(USUAL_RATE) instanceof Lines.Open(var line)) {
        if (back(line)) {
          news.accept(Sentence.of("audio.device-back"));
        } else {
          line.close();
        }
        return;
      }
    }
  }

  private boolean waited() {
    try {
      return !closing.await(lookAgain.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized boolean back(SourceDataLine line) {
    if (closed) {
      return false;
    }
    idle = line;
    gone = false;
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    closing.countDown();
    if (idle != null) {
      LineOpener.abandon(idle);
      idle = null;
    }
  }
}
