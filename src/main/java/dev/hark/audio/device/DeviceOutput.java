package dev.hark.audio.device;

import dev.hark.audio.SoundOutput;
import dev.hark.audio.none.NoneOutput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/**
 * The machine's default sound device. A device that does not answer in time, or stops taking sound,
 * is given up: that is said once, and from then on nothing is heard and nothing waits.
 */
public final class DeviceOutput implements SoundOutput {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Consumer<Sentence> news;
  private final NoneOutput instead = new NoneOutput();
  private @Nullable SourceDataLine idle;
  private boolean gone;

  private DeviceOutput(Consumer<Sentence> news) {
    this.news = news;
  }

  /**
   * Opens the device, or finds within two seconds that there is none that works; then says so and
   * gives an output that is silent.
   *
   * @param news hears, once each, that there is no device, and that it is gone
   */
  public static SoundOutput open(Consumer<Sentence> news) {
    DeviceOutput output = new DeviceOutput(news);
    SourceDataLine line = line(format(16_000));
    if (line == null) {
      news.accept(Sentence.of("audio.no-device"));
      return output.instead;
    }
    output.idle = line;
    return output;
  }

  private static AudioFormat format(int rate) {
    return new AudioFormat(rate, 16, 1, true, false);
  }

  /**
   * An open line, or null. Java's own call may hang in a driver; then its thread is left behind.
   */
  private static @Nullable SourceDataLine line(AudioFormat format) {
    CompletableFuture<SourceDataLine> opened = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("sound device")
        .start(
            () -> {
              try {
                SourceDataLine line = AudioSystem.getSourceDataLine(format);
                line.open(format, Math.round(format.getSampleRate() / 10) * 2);
                if (!opened.complete(line)) {
                  line.close();
                }
              } catch (LineUnavailableException | RuntimeException | LinkageError e) {
                // With no device at all Java throws IllegalArgumentException.
                opened.completeExceptionally(e);
              }
            });
    try {
      return opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return null;
    } catch (TimeoutException e) {
      return opened.completeExceptionally(e) ? null : opened.getNow(null);
    } catch (InterruptedException e) {
      opened.completeExceptionally(e);
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public Kind kind() {
    return Kind.DEVICE;
  }

  @Override
  public synchronized Voice open(int rate, Track track, String words) {
    if (gone) {
      return instead.open(rate, track, words);
    }
    SourceDataLine line = idle;
    idle = null;
    if (line == null || line.getFormat().getSampleRate() != rate) {
      // A device without a mixer has one line only.
      if (line != null) {
        line.close();
      }
      line = line(format(rate));
    }
    if (line == null) {
      lost();
      return instead.open(rate, track, words);
    }
    return new LineVoice(line, this);
  }

  /** Keeps the line for the next voice, which then starts sooner. */
  synchronized void release(SourceDataLine line) {
    if (gone || idle != null) {
      line.close();
    } else {
      idle = line;
    }
  }

  void lost() {
    synchronized (this) {
      if (gone) {
        return;
      }
      gone = true;
    }
    news.accept(Sentence.of("audio.device-gone"));
  }

  @Override
  public synchronized void close() {
    gone = true;
    if (idle != null) {
      idle.close();
      idle = null;
    }
  }
}
