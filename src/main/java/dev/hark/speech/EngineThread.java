package dev.hark.speech;

import java.util.concurrent.LinkedBlockingQueue;

/**
 * An engine on a thread of its own, so that one that hangs can be left behind. An engine's calls
 * are all made by this thread.
 */
final class EngineThread {
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

  /** Begins to load the engine and returns at once. */
  void prepare() {
    submit(
        () -> {
          try {
            engine.prepare();
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
    while (!left) {
      try {
        work.take().run();
      } catch (InterruptedException e) {
        // Only leave() interrupts; the engine is closed below.
        break;
      }
    }
    engine.close();
  }
}
