package dev.hark.hub.media;

import java.nio.file.Path;

/**
 * A file as it is kept, which nobody changes any more.
 *
 * @param type as a MIME type
 * @param bytes how many it has
 * @param sha256 of them, in lower-case hex
 */
public record KeptFile(String type, Path path, long bytes, String sha256) {}
