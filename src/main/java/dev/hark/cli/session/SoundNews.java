package dev.hark.cli.session;

import dev.hark.cli.output.Output;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the voices and the sound have to tell of themselves: written at once, and said as soon as
 * Hark speaks. It is said from a thread of its own, since who tells may hold up what speaks.
 */
final class SoundNews implements Consumer<Sentence>, AutoCloseable {
  /** These tell why something was not heard; the rest can wait. */
  private static final Set<String> WHY_SILENT = Set.of("speech.no-voice", "speech.none-left");

  /** The folder that sound is written to takes no more; none would be heard. */
  private static final String UNWRITABLE = "audio.unwritable";

  private static final long LAST_SECONDS = 2;

  private final Output written;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("news of sound").unstarted(task));
  private final List<Sentence> unsaid = new ArrayList<>();
  private @Nullable SpokenOutput spoken;

  SoundNews(Output written) {
    this.written = written;
  }

  @Override
  public void accept(Sentence sentence) {
    written.progress(sentence);
    if (sentence.key().equals(UNWRITABLE)) {
      return;
    }
    SpokenOutput to;
    synchronized (this) {
      to = spoken;
      if (to == null) {
        unsaid.add(sentence);
      }
    }
    if (to != null) {
      say(to, sentence);
    }
  }

  /** From now on it is said too, and so is what was told before. */
  void sayBy(SpokenOutput output) {
    List<Sentence> waiting;
    synchronized (this) {
      spoken = output;
      waiting = List.copyOf(unsaid);
      unsaid.clear();
    }
    waiting.forEach(sentence -> say(output, sentence));
  }

  /** A screen reader speaks in place of Hark: from now on it is written only. */
  synchronized void onlyWrite() {
    spoken = null;
    unsaid.clear();
  }

  private void say(SpokenOutput output, Sentence sentence) {
    boolean why = WHY_SILENT.contains(sentence.key());
    try {
      thread.execute(() -> output.speak(sentence, why ? Priority.ALERT : Priority.BACKGROUND));
    } catch (RejectedExecutionException _) {
      // Hark speaks no more.
    }
  }

  /** What was told is with the voices when this returns. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
