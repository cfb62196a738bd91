package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * Asks for room for a recording.
 *
 * @param type MIME type
 * @param bytes its whole size
 */
public record NewAttachmentJson(@Nullable String type, @Nullable Long bytes) {}
