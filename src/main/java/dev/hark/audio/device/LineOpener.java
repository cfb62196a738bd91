package dev.hark.audio.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/**
 * Opens lines of one of Java's devices. Java's own call may hang in a driver; then its thread is
 * left.
 */
final class LineOpener implements Lines {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Optional<Mixer.Info> mixer;

  /**
   * @param mixer empty for the system's default device
   */
  LineOpener(Optional<Mixer.Info> mixer) {
    this.mixer = mixer;
  }

  static AudioFormat format(int rate) {
    return new AudioFormat(rate, 16, 1, true, false);
  }

  @Override
  public Result open(int rate) {
    CompletableFuture<SourceDataLine> opened = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("sound device").start(() -> open(rate, opened));
    try {
      return new Open(opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return e.getCause() instanceof LineUnavailableException ? new Busy() : new Absent();
    } catch (TimeoutException e) {
      return opened.completeExceptionally(e) ? new Busy() : new Open(opened.resultNow());
    } catch (InterruptedException e) {
      opened.completeExceptionally(e);
      Thread.currentThread().interrupt();
      return new Absent();
    }
  }

  private void open(int rate, CompletableFuture<SourceDataLine> opened) {
    AudioFormat format = format(rate);
    try {
      SourceDataLine line =
          mixer.isPresent()
              ? AudioSystem.getSourceDataLine(format, mixer.get())
              : AudioSystem.getSourceDataLine(format);
      line.open(format, Math.round(format.getSampleRate() / 10) * 2);
      if (!opened.complete(line)) {
        line.close();
      }
    } catch (LineUnavailableException | RuntimeException | LinkageError e) {
      // With no device at all Java throws IllegalArgumentException.
      opened.completeExceptionally(e);
    }
  }

  /** Closes it on another thread, as that may hang too. */
  static void abandon(SourceDataLine line) {
    Thread.ofPlatform().daemon().name("sound device").start(line::close);
  }
}
