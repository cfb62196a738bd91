package dev.hark.audio.cut;

import dev.hark.audio.Clip;
import dev.hark.audio.decode.SoundFile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads the sound of pieces, one after the other, from a recording that streams by. */
public final class PieceReader {
  private static final int PER_MILLI = SoundFile.RATE / 1000;

  private final SoundFile sound;
  private short[] held = new short[SoundFile.RATE];
  private long from;
  private int count;

  private PieceReader(SoundFile sound) {
    this.sound = sound;
  }

  /**
   * Reads pieces.
   *
   * @param sound stands at its start
   * @param spans in the order of the recording, and within it
   * @param each takes the pieces in order
   */
  public static void read(SoundFile sound, List<Span> spans, Consumer<Clip> each) {
    PieceReader reader = new PieceReader(sound);
    for (Span span : spans) {
      each.accept(reader.clip(span));
    }
  }

  private Clip clip(Span span) {
    long start = span.start() * PER_MILLI;
    int length = (int) ((span.end() - span.start()) * PER_MILLI);
    forget(start);
    while (from + count < start + length && more()) {
      forget(start);
    }
    int at = (int) Math.min(count, start - from);
    // The last frame of a recording may be shorter than it counts.
    return new Clip(Arrays.copyOfRange(held, at, Math.min(at + length, count)), SoundFile.RATE);
  }

  /** Drops what lies before the piece. */
  private void forget(long start) {
    int gone = (int) Math.min(count, Math.max(0, start - from));
    System.arraycopy(held, gone, held, 0, count - gone);
    count -= gone;
    from += gone;
  }

  private boolean more() {
    short[] next = new short[SoundFile.RATE];
    int read = sound.read(next);
    if (read < 0) {
      return false;
    }
    if (count + read > held.length) {
      held = Arrays.copyOf(held, Math.max(2 * held.length, count + read));
    }
    System.arraycopy(next, 0, held, count, read);
    count += read;
    return true;
  }
}
