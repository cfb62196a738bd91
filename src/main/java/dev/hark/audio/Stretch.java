package dev.hark.audio;

/**
 * Plays a sound faster or slower at the same pitch: waveform similarity overlap-add (Verhelst and
 * Roelands, 1993). Each piece of output is taken from near where it belongs, at the place where it
 * fits best to the piece before, and faded over from there. At speed 1 the output is the sound.
 */
final class Stretch {
  private final long size;
  private final Window in;
  private final int piece;
  private final int fade;
  private final int search;
  private final int stride;
  private final int rate;
  private double at;
  private long natural;

  Stretch(Sound sound) {
    rate = sound.rate();
    size = sound.size();
    in = new Window(sound, rate * 4);
    piece = Math.max(8, rate / 50);
    fade = piece / 2;
    search = Math.max(4, rate / 80);
    stride = Math.max(1, rate / 16_000);
  }

  /** The most samples that {@link #next} makes: 20 ms. */
  int piece() {
    return piece;
  }

  /** Where it is, in samples of the sound. */
  double at() {
    return at;
  }

  void seek(double to) {
    at = Math.clamp(to, 0, (double) size);
    natural = (long) at;
  }

  /**
   * The next piece.
   *
   * @param end where to end, in samples of the sound
   * @return how many samples it has; 0 at the end
   */
  int next(double speed, short[] out, double end) {
    double last = Math.min(end, (double) size);
    int length = (int) Math.min(piece, Math.ceil((last - at) / speed));
    if (length <= 0) {
      return 0;
    }
    long ideal = Math.round(at);
    long start = Math.abs(ideal - natural) <= 1 ? natural : best(ideal);
    for (int i = 0; i < length; i++) {
      double weight = i < fade ? (i + 0.5) / fade : 1;
      double mixed =
          start == natural
              ? in.sample(start + i)
              : in.sample(natural + i) * (1 - weight) + in.sample(start + i) * weight;
      out[i] = (short) Math.round(mixed);
    }
    natural = start + length;
    at = Math.min(last, at + length * speed);
    return length;
  }

  /** The start near the ideal one whose sound is most like what would have come next. */
  private long best(long ideal) {
    long best = ideal;
    double most = Double.NEGATIVE_INFINITY;
    for (long start = ideal - search; start <= ideal + search; start += stride) {
      double likeness = likeness(start);
      if (likeness > most) {
        most = likeness;
        best = start;
      }
    }
    return best;
  }

  private double likeness(long start) {
    double product = 0;
    double energy = 1;
    for (int i = 0; i < fade; i += stride) {
      double one = in.sample(start + i);
      product += one * in.sample(natural + i);
      energy += one * one;
    }
    return product / Math.sqrt(energy);
  }

  /**
   * The quietest place within a second of one, the nearest where several are as quiet: a pause
   * between words, where there is one. What lies before {@code earliest} is left out.
   */
  double quietest(double near, double earliest) {
    int step = Math.max(1, rate / 50);
    long middle = Math.round(near);
    long best = middle;
    double least = Double.POSITIVE_INFINITY;
    for (int away = 0; away * step <= rate; away++) {
      for (long place : new long[] {middle + (long) away * step, middle - (long) away * step}) {
        if (place >= earliest && place < size) {
          // Three steps, so that a stop within a word is no pause.
          double power = in.power(place - 3L * step / 2, 3 * step);
          if (power < least * 0.5) {
            least = power;
            best = place;
          }
        }
      }
    }
    return best;
  }
}
