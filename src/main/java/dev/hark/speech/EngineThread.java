package dev.hark.speech;

import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An engine on a thread of its own, so that one that hangs can be left behind. An engine's calls
 * are all made by this thread.
 */
final class EngineThread {
  /** So long after its last work an engine rehearses, once. */
  private static final Duration IDLE = Duration.ofMillis(300);

  private final Synthesizer engine;
  private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread;
  private boolean started;
  private volatile boolean left;

  EngineThread(Synthesizer engine) {
    this.engine = engine;
    this.thread = Thread.ofPlatform().daemon().name("voice " + engine.name()).unstarted(this::run);
  }

  Synthesizer engine() {
    return engine;
  }

  /**
   * Begins to load the engine and returns at once.
   *
   * @param news hears, on the engine's thread, what the person should know of it
   */
  void prepare(Consumer<Sentence> news) {
    submit(
        () -> {
          try {
            engine.prepare();
            engine.complaint().ifPresent(news);
          } catch (RuntimeException e) {
            // It will fail again when it has to speak, and is reported then.
            System.getLogger(EngineThread.class.getName()).log(System.Logger.Level.DEBUG, e);
          }
        });
  }

  Synthesis speak(Utterance utterance, int rate) {
    Synthesis synthesis = new Synthesis();
    submit(
        () -> {
          if (synthesis.cancelled()) {
            return;
          }
          RuntimeException failure = null;
          try {
            engine.speak(utterance.text(), utterance.language(), rate, synthesis);
          } catch (RuntimeException e) {
            failure = e;
          }
          synthesis.ended(failure);
        });
    return synthesis;
  }

  /** Ends the thread and closes the engine, when what it does now is done; never waits. */
  void leave() {
    left = true;
    // Wakes a thread that waits for work.
    work.add(() -> {});
  }

  /** Like {@link #leave}, of an engine that may be stuck in what it does now. */
  void abandon() {
    left = true;
    thread.interrupt();
  }

  private synchronized void submit(Runnable task) {
    work.add(task);
    if (!started) {
      started = true;
      thread.start();
    }
  }

  private void run() {
    boolean rehearsed = false;
    while (!left) {
      try {
        Runnable task = rehearsed ? work.take() : work.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (task == null) {
          rehearsed = true;
          rehearse();
        } else {
          task.run();
        }
      } catch (InterruptedException e) {
        // Only abandon() interrupts; the engine is closed below.
        break;
      }
    }
    engine.close();
  }

  private void rehearse() {
    try {
      engine.rehearse(() -> work.isEmpty() && !left);
    } catch (RuntimeException e) {
      System.getLogger(EngineThread.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
  }
}
