package dev.hark.audio;

/**
 * Plays a clip faster or slower at the same pitch: waveform similarity overlap-add (Verhelst and
 * Roelands, 1993). Each piece of output is taken from near where it belongs, at the place where it
 * fits best to the piece before, and faded over from there. At speed 1 the output is the clip.
 */
final class Stretch {
  private final short[] in;
  private final int piece;
  private final int fade;
  private final int search;
  private final int stride;
  private double at;
  private int natural;

  Stretch(Clip clip) {
    in = clip.samples();
    piece = Math.max(8, clip.rate() / 50);
    fade = piece / 2;
    search = Math.max(4, clip.rate() / 80);
    stride = Math.max(1, clip.rate() / 16_000);
  }

  /** The most samples that {@link #next} makes: 20 ms. */
  int piece() {
    return piece;
  }

  /** Where it is, in samples of the clip. */
  double at() {
    return at;
  }

  void seek(double to) {
    at = Math.clamp(to, 0, in.length);
    natural = (int) at;
  }

  /**
   * The next piece.
   *
   * @return how many samples it has; 0 at the end
   */
  int next(double speed, short[] out) {
    int length = (int) Math.min(piece, Math.ceil((in.length - at) / speed));
    if (length <= 0) {
      return 0;
    }
    int ideal = (int) Math.round(at);
    int start = Math.abs(ideal - natural) <= 1 ? natural : best(ideal);
    for (int i = 0; i < length; i++) {
      double weight = i < fade ? (i + 0.5) / fade : 1;
      double mixed =
          start == natural
              ? sample(start + i)
              : sample(natural + i) * (1 - weight) + sample(start + i) * weight;
      out[i] = (short) Math.round(mixed);
    }
    natural = start + length;
    at = Math.min(in.length, at + length * speed);
    return length;
  }

  /** The start near the ideal one whose sound is most like what would have come next. */
  private int best(int ideal) {
    int best = ideal;
    double most = Double.NEGATIVE_INFINITY;
    for (int start = ideal - search; start <= ideal + search; start += stride) {
      double likeness = likeness(start);
      if (likeness > most) {
        most = likeness;
        best = start;
      }
    }
    return best;
  }

  private double likeness(int start) {
    double product = 0;
    double energy = 1;
    for (int i = 0; i < fade; i += stride) {
      double one = sample(start + i);
      product += one * sample(natural + i);
      energy += one * one;
    }
    return product / Math.sqrt(energy);
  }

  private int sample(int index) {
    return index < 0 || index >= in.length ? 0 : in[index];
  }
}
