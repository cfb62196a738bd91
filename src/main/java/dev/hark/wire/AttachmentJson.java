package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording that belongs to an answer.
 *
 * @param id stable id
 * @param type MIME type
 * @param bytes its whole size
 * @param received how much of it the hub has
 * @param sha256 in lower-case hex, once it is finished
 * @param expires until when it can be finished, absent once it is
 */
public record AttachmentJson(
    String id,
    String type,
    long bytes,
    long received,
    @Nullable String sha256,
    @Nullable Instant expires) {}
