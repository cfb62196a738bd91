package dev.hark.speech;

/**
 * A short sound that goes with words, and is never in place of them. Two or three tones that no two
 * share: rising for what went well, falling for an end, one low one for a limit.
 */
@SuppressWarnings("ImmutableEnumChecker") // nobody can reach the array
public enum Earcon {
  ACCEPTED(523, 784),
  SENT(523, 659, 1047),
  ALERT(880, 880, 880),
  RECORDING(440, 880),
  RECORDED(880, 440),
  BOUNDARY(220);

  private static final double SECONDS = 0.12;
  private static final double LOUD = 6_000;

  private final double[] tones;

  Earcon(double... tones) {
    this.tones = tones;
  }

  /**
   * The sound, 120 ms of it whatever the tones.
   *
   * @param rate samples a second
   */
  public short[] samples(int rate) {
    int each = (int) (SECONDS * rate / tones.length);
    short[] samples = new short[each * tones.length];
    for (int tone = 0; tone < tones.length; tone++) {
      for (int i = 0; i < each; i++) {
        double swell = Math.sin(Math.PI * i / each);
        double wave = Math.sin(2 * Math.PI * tones[tone] * i / rate);
        samples[tone * each + i] = (short) (LOUD * swell * wave);
      }
    }
    return samples;
  }
}
