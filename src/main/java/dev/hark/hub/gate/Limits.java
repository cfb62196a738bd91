package dev.hark.hub.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a hub takes from one caller. Each node of a hub counts for itself.
 *
 * @param perToken requests with one token in a minute
 * @param perAddress requests from one address in a minute
 * @param failures requests without a good token from one address in a minute
 * @param connections open connections at a time
 * @param headers longest time from the first byte of a request to the end of its headers
 * @param idle longest time in which nothing comes or goes
 * @param bodyStart how long a body may come as slowly as it likes
 * @param bodyRate bytes of a body that must come each second after that, on average
 * @param mostSound bytes of the largest sound that is taken
 * @param spareRoom bytes that uploads leave free on the disk
 * @param tokenLife how long a token is good for which nobody asked a time; empty for ever
 */
public record Limits(
    int perToken,
    int perAddress,
    int failures,
    int connections,
    Duration headers,
    Duration idle,
    Duration bodyStart,
    int bodyRate,
    long mostSound,
    long spareRoom,
    Optional<Duration> tokenLife) {

  /** What no person and no fair program meets, and a machine that runs wild soon does. */
  public static final Limits USUAL =
      new Limits(
          3_000,
          12_000,
          60,
          4_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          2_000,
          1L << 30,
          200L << 20,
          Optional.empty());
}
