package dev.hark.work;

import dev.hark.audio.Sound;
import java.nio.file.Path;

/** Opens sound files of any length; a fault where one cannot be decoded. */
@FunctionalInterface
public interface Decoder {
  Sound decode(Path file, String type);
}
