package dev.hark.audio.device;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/**
 * A microphone of this machine. The one that was named is looked for each time that listening
 * begins, and while it goes on, so that the default one takes its place while it is not there.
 */
public final class DeviceInput implements SoundInput {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  /** A sound server that is busy may not answer at once. */
  private static final int LOOKS_WITHOUT = 2;

  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

  /** Half a second, so that nothing is lost while an utterance is recognised. */
  private static final int BUFFER_BYTES = RATE;

  private final Optional<String> name;
  private final Consumer<Sentence> news;
  private final AtomicBoolean missing = new AtomicBoolean();
  private final AtomicInteger looksWithout = new AtomicInteger();

  /**
   * @param name a part of the microphone's name as {@link Devices} lists it; empty for the system's
   *     default
   * @param news hears, each time that the one of that name is gone, that the default one listens,
   *     and where it comes back while something is listened for, that it listens; on any thread
   */
  public DeviceInput(Optional<String> name, Consumer<Sentence> news) {
    this.name = name;
    this.news = news;
  }

  @Override
  public Source open() {
    Source first = opened();
    return name.isPresent() && first instanceof LineSource
        ? new NamedSource(first, BETWEEN_LOOKS, () -> look(name.get()))
        : first;
  }

  private Source opened() {
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

  private void open(CompletableFuture<TargetDataLine> opened) {
    try {
      Optional<Mixer.Info> mixer = name.flatMap(this::chosen);
      TargetDataLine line =
          mixer.isPresent()
              ? AudioSystem.getTargetDataLine(FORMAT, mixer.get())
              : AudioSystem.getTargetDataLine(FORMAT);
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

  private Optional<Mixer.Info> chosen(String wanted) {
    DeviceChoice.Input input = DeviceChoice.input(wanted);
    if (input.choose()) {
      missing.set(false);
    } else {
      tellMissing(wanted);
    }
    return input.mixer();
  }

  private void tellMissing(String wanted) {
    if (!missing.getAndSet(true)) {
      List<String> inputs = Devices.inputs();
      // Where there is none at all, listening itself says so.
      if (!inputs.isEmpty()) {
        news.accept(Sentence.of("listen.no-such-microphone", wanted, inputs));
      }
    }
  }

  /** What to listen to from now on, where the named one is back; tells that and the opposite. */
  private Optional<Source> look(String wanted) {
    Optional<String> found = DeviceChoice.input(wanted).found();
    if (found.isEmpty()) {
      if (looksWithout.incrementAndGet() == LOOKS_WITHOUT) {
        tellMissing(wanted);
      }
      return Optional.empty();
    }
    looksWithout.set(0);
    if (missing.get() && opened() instanceof LineSource line) {
      news.accept(Sentence.of("listen.named-microphone-back", found.get()));
      return Optional.of(line);
    }
    return Optional.empty();
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
