package dev.hark.hub.clock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Nanoseconds that have gone by, those included during which a computer slept. The processor's
 * counter stands still meanwhile on Linux, whose uptime does not.
 */
final class Ticks implements LongSupplier {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final long EACH = Duration.ofSeconds(1).toNanos();

  /** The uptime has two decimals, and is read some time after the counter. */
  private static final long NOISE = Duration.ofSeconds(2).toNanos();

  private final LongSupplier counter;
  private final Uptime uptime;
  private volatile Slept slept;

  /** Reads how long the machine is up, in nanoseconds; empty where it does not say. */
  @FunctionalInterface
  interface Uptime {
    OptionalLong nanos();
  }

  /** What was slept in all, and both counts when that was last looked at. */
  private record Slept(long nanos, long counted, OptionalLong up) {}

  Ticks() {
    this(System::nanoTime, Ticks::machine);
  }

  Ticks(LongSupplier counter, Uptime uptime) {
    this.counter = counter;
    this.uptime = uptime;
    this.slept = look(new Slept(0, counter.getAsLong(), OptionalLong.empty()));
  }

  @Override
  public long getAsLong() {
    Slept known = slept;
    long now = counter.getAsLong();
    if (now - known.counted() > EACH) {
      synchronized (this) {
        if (slept.equals(known)) {
          slept = look(known);
        }
        known = slept;
      }
      now = counter.getAsLong();
    }
    return now + known.nanos();
  }

  private Slept look(Slept known) {
    long before = counter.getAsLong();
    OptionalLong up = uptime.nanos();
    long after = counter.getAsLong();
    if (up.isEmpty() || after - before > NOISE / 2) {
      // Held up in between: the two counts do not belong together.
      return new Slept(known.nanos(), after, OptionalLong.empty());
    }
    long missed =
        known.up().isEmpty()
            ? 0
            : up.getAsLong() - known.up().getAsLong() - (after - known.counted());
    return new Slept(known.nanos() + (missed > NOISE ? missed : 0), after, up);
  }

  private static OptionalLong machine() {
    try {
      String text = Files.readString(UPTIME, StandardCharsets.US_ASCII);
      return OptionalLong.of((long) (Double.parseDouble(text.split(" ", 2)[0]) * 1e9));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
