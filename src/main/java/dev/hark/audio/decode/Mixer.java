package dev.hark.audio.decode;

/** Makes one channel of several, and measures them. */
final class Mixer {
  private static final float FULL = 0.9995f;

  private final int channels;
  private final SoundFile.Mix mix;
  private long samples;
  private long full;
  private double left;
  private double right;
  private double difference;

  Mixer(int channels, SoundFile.Mix mix) {
    this.channels = channels;
    this.mix = mix;
  }

  void mix(float[] frames, int length, float[] mono) {
    for (int i = 0; i < length; i++) {
      int from = i * channels;
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        float sample = frames[from + channel];
        sum += sample;
        if (Math.abs(sample) >= FULL) {
          full++;
        }
      }
      if (channels > 1) {
        measure(frames[from], frames[from + 1]);
      }
      mono[i] = mix == SoundFile.Mix.FIRST ? frames[from] : sum / channels;
    }
    samples += (long) length * channels;
  }

  private void measure(double one, double other) {
    left += one * one;
    right += other * other;
    difference += (one - other) * (one - other);
  }

  double clipped() {
    return samples == 0 ? 0 : (double) full / samples;
  }

  double apart() {
    return left + right == 0 ? 0 : difference / (left + right);
  }

  double balance() {
    double most = Math.max(left, right);
    return most == 0 ? 1 : Math.min(left, right) / most;
  }
}
