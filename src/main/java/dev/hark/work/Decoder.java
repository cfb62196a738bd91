package dev.hark.work;

import dev.hark.audio.Sound;

/** Reads sound files of any length; a fault where one cannot be decoded. */
@FunctionalInterface
public interface Decoder {
  Sound decode(byte[] file, String type);
}
