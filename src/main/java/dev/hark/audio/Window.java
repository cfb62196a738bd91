package dev.hark.audio;

/**
 * A stretch of a sound, held in memory around where it is looked at: as much before that place as
 * behind it.
 */
final class Window {
  private final Sound sound;
  private final short[] held;
  private long from;
  private int count;

  /**
   * @param size in samples
   */
  Window(Sound sound, int size) {
    this.sound = sound;
    this.held = new short[Math.max(64, size)];
  }

  /** The sample at this place; 0 before the start and behind the end. */
  int sample(long index) {
    if (index < 0 || index >= sound.size()) {
      return 0;
    }
    if (index < from || index >= from + count) {
      hold(index);
    }
    int place = (int) (index - from);
    return place < count ? held[place] : 0;
  }

  private void hold(long index) {
    long start = Math.max(0, index - held.length / 2);
    if (start >= from && start <= from + count) {
      int gone = (int) (start - from);
      count -= gone;
      System.arraycopy(held, gone, held, 0, count);
    } else {
      count = 0;
    }
    from = start;
    count += sound.read(from + count, held, count, held.length - count);
  }

  /** The power of a part: the mean of its squares. */
  double power(long start, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double sample = sample(start + i);
      sum += sample * sample;
    }
    return sum / length;
  }
}
