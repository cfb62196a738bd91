package dev.hark.hub.demo;

import dev.hark.fault.Sentence;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Does something that may take a while, and says so where it does. */
final class Wait {
  private static final long PATIENCE_MILLIS = 1_000;

  private Wait() {}

  /**
   * @param progress told {@code begun} after a second, and {@code ended} at the end where it was
   */
  static <T> T saying(
      Consumer<Sentence> progress, Sentence begun, Sentence ended, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().name("demo-market").start(task);
    try {
      try {
        return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException slow) {
        progress.accept(begun);
        T result = task.get();
        progress.accept(ended);
        return result;
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
