package dev.hark.audio.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a recording somebody may be speaking. A frame counts as speech where it is louder than
 * the noise around it, in the half minute that it is the middle of: the noise is what a tenth of
 * that is quieter than, and louder is a third of the way to the loudest, but 4 to 12 dB. Where
 * nothing is louder than the noise, as with a steady hum, nobody speaks.
 */
final class Speech {
  private static final int WINDOW = 1500;
  private static final int STEP = 50;
  private static final float DIGITAL_SILENCE = -85;
  private static final double NOISE_SHARE = 0.1;
  private static final int LOUDEST = 8;
  private static final float STEADY = 5;
  private static final float LEAST_ABOVE = 4;
  private static final float MOST_ABOVE = 12;
  private static final double SHARE_ABOVE = 0.3;

  /** Speech begins and ends more quietly than its middle. */
  private static final int AROUND = 8;

  /** Pauses that are shorter are part of speech, such as before a p or a t. */
  private static final int SHORTEST_PAUSE = 12;

  /** What sounds no longer is a click. */
  private static final int SHORTEST_SOUND = 4;

  private Speech() {}

  /**
   * A run of frames with speech.
   *
   * @param start its first frame
   * @param end the first one after it
   */
  record Run(int start, int end) {}

  /** Runs of speech in order, with pauses between. */
  static List<Run> runs(float[] levels) {
    float[] smooth = smooth(levels);
    float[] thresholds = thresholds(smooth);
    List<Run> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= smooth.length; i++) {
      boolean sounds = i < smooth.length && smooth[i] > thresholds[i / STEP];
      if (sounds && start < 0) {
        start = i;
      } else if (!sounds && start >= 0) {
        add(runs, new Run(start, i), smooth.length);
        start = -1;
      }
    }
    return runs;
  }

  private static void add(List<Run> runs, Run run, int frames) {
    int start = Math.max(0, run.start() - AROUND);
    int end = Math.min(frames, run.end() + AROUND);
    if (!runs.isEmpty() && start - runs.getLast().end() < SHORTEST_PAUSE) {
      start = runs.removeLast().start();
    } else if (run.end() - run.start() < SHORTEST_SOUND) {
      return;
    }
    runs.add(new Run(start, end));
  }

  /** The mean power of three frames. */
  private static float[] smooth(float[] levels) {
    float[] smooth = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      double sum = 0;
      int from = Math.max(0, i - 1);
      int to = Math.min(levels.length - 1, i + 1);
      for (int j = from; j <= to; j++) {
        sum += Math.pow(10, levels[j] / 10);
      }
      smooth[i] = (float) (10 * Math.log10(sum / (to - from + 1)));
    }
    return smooth;
  }

  /** One for each half second. */
  private static float[] thresholds(float[] levels) {
    float[] thresholds = new float[levels.length / STEP + 1];
    float[] window = new float[2 * WINDOW + STEP];
    for (int i = 0; i < thresholds.length; i++) {
      int from = Math.max(0, i * STEP - WINDOW);
      int to = Math.min(levels.length, (i + 1) * STEP + WINDOW);
      int count = 0;
      for (int j = from; j < to; j++) {
        if (levels[j] > DIGITAL_SILENCE) {
          window[count++] = levels[j];
        }
      }
      thresholds[i] = threshold(window, count);
    }
    return thresholds;
  }

  private static float threshold(float[] window, int count) {
    if (count == 0) {
      return Float.MAX_VALUE;
    }
    Arrays.sort(window, 0, count);
    float noise = window[(int) (count * NOISE_SHARE)];
    float loudest = window[Math.max(0, count - LOUDEST)];
    float range = loudest - noise;
    if (range < STEADY) {
      return Float.MAX_VALUE;
    }
    return noise + (float) Math.clamp(range * SHARE_ABOVE, LEAST_ABOVE, MOST_ABOVE);
  }
}
