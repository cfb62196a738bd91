package dev.hark.audio.decode;

import java.io.IOException;

/** A file in whose head nothing says how it is to be decoded. */
final class NotSound extends IOException {
  private static final long serialVersionUID = 1L;
}
