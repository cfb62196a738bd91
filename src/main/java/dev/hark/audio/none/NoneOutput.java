package dev.hark.audio.none;

import dev.hark.audio.SoundOutput;

/** Nowhere: everything is over at once. */
public final class NoneOutput implements SoundOutput {
  @Override
  public Kind kind() {
    return Kind.NONE;
  }

  @Override
  public Voice open(int rate, Track track, String words) {
    return new Unheard();
  }

  @Override
  public void close() {}

  private static final class Unheard implements Voice {
    private volatile long written;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    public void write(short[] samples, int length) {
      written += length;
    }

    @Override
    public void drain() {}

    @Override
    public void stop() {}

    @Override
    public long heard() {
      return written;
    }

    @Override
    public void close() {}
  }
}
