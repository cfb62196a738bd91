package dev.hark.work;

import dev.hark.audio.Clip;

/** Reads sound files; a fault where one cannot be decoded. */
@FunctionalInterface
public interface Decoder {
  Clip decode(byte[] file, String type);
}
