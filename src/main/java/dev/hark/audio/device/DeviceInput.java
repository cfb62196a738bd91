package dev.hark.audio.device;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** The machine's default microphone. */
public final class DeviceInput implements SoundInput {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

  /** Half a second, so that nothing is lost while an utterance is recognised. */
  private static final int BUFFER_BYTES = RATE;

  @Override
  public Source open() {
    CompletableFuture<TargetDataLine> opened = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("microphone opening").start(() -> open(opened));
    try {
      return new LineSource(opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return new Missing(
          Sentence.of(
              e.getCause() instanceof LineUnavailableException
                  ? "listen.microphone-busy"
                  : "listen.microphone-missing"));
    } catch (TimeoutException e) {
      opened.completeExceptionally(e);
      return new Missing(Sentence.of("listen.microphone-busy"));
    } catch (InterruptedException e) {
      opened.completeExceptionally(e);
      Thread.currentThread().interrupt();
      return new Missing(Sentence.of("listen.microphone-busy"));
    }
  }

  @Override
  public boolean mayReturn() {
    return true;
  }

  private static void open(CompletableFuture<TargetDataLine> opened) {
    try {
      TargetDataLine line = AudioSystem.getTargetDataLine(FORMAT);
      line.open(FORMAT, BUFFER_BYTES);
      line.start();
      if (!opened.complete(line)) {
        line.close();
      }
    } catch (LineUnavailableException | RuntimeException | LinkageError e) {
      // With no device at all Java throws IllegalArgumentException.
      opened.completeExceptionally(e);
    }
  }

  private record Missing(Sentence why) implements Source {
    @Override
    public boolean read(short[] into) {
      return false;
    }

    @Override
    public Optional<Sentence> trouble() {
      return Optional.of(why);
    }

    @Override
    public void close() {}
  }
}
