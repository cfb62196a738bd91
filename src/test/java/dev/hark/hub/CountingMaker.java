package dev.hark.hub;

import dev.hark.hub.media.MediumMaker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes one medium, whose bytes are its id, and counts how often. */
public final class CountingMaker implements MediumMaker {
  static final String ID = "made-for-a-test";
  static final AtomicInteger MADE = new AtomicInteger();

  @Override
  public Optional<byte[]> make(String mediumId) {
    if (!mediumId.equals(ID)) {
      return Optional.empty();
    }
    MADE.incrementAndGet();
    return Optional.of(ID.getBytes(StandardCharsets.UTF_8));
  }
}
