package dev.hark.task;

import java.time.Duration;
import java.util.Optional;

/**
 * A sound or a picture that belongs to a question.
 *
 * @param id the hub's id of the file; fetched by {@code Marketplace.media}
 * @param type a MIME type such as {@code audio/wav} or {@code image/svg+xml}
 * @param length how long it sounds, where it sounds
 * @param description what it shows, in words; empty where the requester gave none
 */
public record Medium(String id, String type, Optional<Duration> length, String description) {
  public boolean isAudio() {
    return type.startsWith("audio/");
  }
}
