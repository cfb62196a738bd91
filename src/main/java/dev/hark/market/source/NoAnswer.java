package dev.hark.market.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source did not answer, or not with ratings. The message is for the log. */
public final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Duration wait;
  private final boolean stranger;

  private NoAnswer(String why, Duration wait, boolean stranger, @Nullable Throwable cause) {
    super(why, cause);
    this.wait = wait;
    this.stranger = stranger;
  }

  /** It is not reached, too slow, or in trouble. */
  public static NoAnswer down(String why, @Nullable Throwable cause) {
    return new NoAnswer(why, Duration.ZERO, false, cause);
  }

  /** It asks not to be asked for so long. */
  public static NoAnswer slower(Duration wait) {
    return new NoAnswer("asked to wait " + wait, wait, false, null);
  }

  /** Something answers that speaks another language: a login page, nonsense, another kind. */
  public static NoAnswer stranger(String why, @Nullable Throwable cause) {
    return new NoAnswer(why, Duration.ZERO, true, cause);
  }

  /** How long it asks to wait; zero where it does not. */
  public Duration asksToWait() {
    return wait;
  }

  /** Whether something else than this kind of source answered. */
  public boolean isStranger() {
    return stranger;
  }
}
