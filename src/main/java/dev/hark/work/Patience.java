package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for the marketplace, and says so once where it takes over a second. */
final class Patience {
  private static final Duration BLINK = Duration.ofSeconds(1);
  private static final Executor THREADS = task -> Thread.ofVirtual().name("market").start(task);

  private final Announcer announcer;
  private final Executor threads;
  private volatile boolean told;

  Patience(Announcer announcer) {
    this(announcer, THREADS);
  }

  Patience(Announcer announcer, Executor threads) {
    this.announcer = announcer;
    this.threads = threads;
  }

  /** The result; throws what the call throws. */
  <T> T ask(Supplier<T> call) {
    // Before the call begins: it may say at once why it waits.
    told = false;
    CompletableFuture<T> result = CompletableFuture.supplyAsync(call, threads);
    var _ = atOnce(result);
    try {
      return result.join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * Waits for something that goes on where it takes long, and says so after a second.
   *
   * @return whether it ended within that time, well or badly
   */
  boolean await(CompletableFuture<?> result, Duration longest) {
    told = false;
    return atOnce(result) || within(result, longest.minus(BLINK));
  }

  /** Whether it ends within a second; where it does not, that is said, unless why was told. */
  private boolean atOnce(CompletableFuture<?> result) {
    if (within(result, BLINK)) {
      return true;
    }
    if (!told) {
      announcer.waits(Sentence.of("session.waiting"));
    }
    return false;
  }

  /** Says why a call waits, in place of only that it does. */
  void waits(Sentence why) {
    told = true;
    announcer.waits(why);
  }

  void tell(Runnable call) {
    boolean done =
        ask(
            () -> {
              call.run();
              return true;
            });
    assert done;
  }

  static <T> CompletableFuture<T> begin(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, THREADS);
  }

  /** Whether it ends, well or badly, within that time. */
  static boolean within(CompletableFuture<?> result, Duration time) {
    try {
      result.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static RuntimeException unwrapped(CompletionException e) {
    return switch (e.getCause()) {
      case Fault fault -> fault;
      case RuntimeException other -> other;
      case Error error -> throw error;
      case null, default -> e;
    };
  }
}
