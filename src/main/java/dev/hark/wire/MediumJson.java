package dev.hark.wire;

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
    String id, String type, @Nullable Double seconds, @Nullable String description) {}
