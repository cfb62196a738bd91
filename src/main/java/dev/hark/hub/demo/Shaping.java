package dev.hark.hub.demo;

import dev.hark.audio.Clip;
import java.util.Random;

/** Makes one voice sound like several, and like old machines. Nothing here is left to chance. */
final class Shaping {
  private Shaping() {}

  /** Raises the pitch, and the pace with it, by reading the samples faster. */
  static Clip faster(Clip clip, double factor) {
    short[] in = clip.samples();
    short[] out = new short[(int) (in.length / factor)];
    for (int i = 0; i < out.length; i++) {
      double at = i * factor;
      int before = (int) at;
      double part = at - before;
      double next = before + 1 < in.length ? in[before + 1] : 0;
      out[i] = round(in[before] * (1 - part) + next * part);
    }
    return new Clip(out, clip.rate());
  }

  /** A telephone line: 300 to 3400 Hz, half of the samples. */
  static Clip telephone(Clip clip) {
    double[] line = new double[clip.samples().length];
    for (int i = 0; i < line.length; i++) {
      line[i] = clip.samples()[i];
    }
    for (int pass = 0; pass < 3; pass++) {
      lowPass(line, 3_400.0 / clip.rate());
    }
    highPass(line, 300.0 / clip.rate());
    short[] out = new short[line.length / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = round(line[2 * i] * 1.4);
    }
    return new Clip(out, clip.rate() / 2);
  }

  /**
   * A second-order Butterworth low-pass.
   *
   * @param cut the corner as a share of the sample rate
   */
  private static void lowPass(double[] line, double cut) {
    double k = Math.tan(Math.PI * cut);
    double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
    double gain = k * k * norm;
    double back1 = 2 * (k * k - 1) * norm;
    double back2 = (1 - Math.sqrt(2) * k + k * k) * norm;
    double in1 = 0;
    double in2 = 0;
    double out1 = 0;
    double out2 = 0;
    for (int i = 0; i < line.length; i++) {
      double in = line[i];
      double out = gain * (in + 2 * in1 + in2) - back1 * out1 - back2 * out2;
      in2 = in1;
      in1 = in;
      out2 = out1;
      out1 = out;
      line[i] = out;
    }
  }

  /** A first-order high-pass. */
  private static void highPass(double[] line, double cut) {
    double keep = 1 / (1 + 2 * Math.PI * cut);
    double lastIn = 0;
    double lastOut = 0;
    for (int i = 0; i < line.length; i++) {
      double out = keep * (lastOut + line[i] - lastIn);
      lastIn = line[i];
      lastOut = out;
      line[i] = out;
    }
  }

  /** A worn record: a steady hiss, and a click now and then. */
  static Clip crackle(Clip clip, Random random) {
    short[] worn = new short[clip.samples().length];
    double click = 0;
    for (int i = 0; i < worn.length; i++) {
      if (random.nextInt(clip.rate() / 5) == 0) {
        click = random.nextBoolean() ? 5000 : -5000;
      }
      worn[i] = round(clip.samples()[i] + random.nextInt(-220, 221) + click);
      click *= 0.6;
    }
    return new Clip(worn, clip.rate());
  }

  private static short round(double sample) {
    return (short) Math.clamp(Math.round(sample), -32_768, 32_767);
  }
}
