package dev.hark.wire;

import dev.hark.task.Medium;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a question; its bytes are at {@code /api/v1/media/ID}.
 *
 * @param id stable id
 * @param type MIME type
 * @param seconds length where it sounds
 * @param description in words, may be empty
 */
public record MediumJson(
    String id, String type, @Nullable Double seconds, @Nullable String description) {

  public static MediumJson of(Medium medium) {
    return new MediumJson(
        medium.id(),
        medium.type(),
        medium.length().map(length -> length.toMillis() / 1000.0).orElse(null),
        medium.description().isEmpty() ? null : medium.description());
  }

  /**
   * The medium in domain words.
   *
   * @throws IllegalArgumentException where id or type lacks, or the length is no length
   */
  @SuppressWarnings("ConstantValue")
  public Medium toMedium() {
    if (id == null || type == null) {
      throw new IllegalArgumentException("a medium without id or type");
    }
    if (seconds != null && !(seconds >= 0 && seconds < 1e9)) {
      throw new IllegalArgumentException("no length in seconds: " + seconds);
    }
    return new Medium(
        id,
        type,
        Optional.ofNullable(seconds).map(length -> Duration.ofMillis(Math.round(length * 1000))),
        description == null ? "" : description);
  }
}
