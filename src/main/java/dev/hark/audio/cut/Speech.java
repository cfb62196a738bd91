package dev.hark.audio.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Where in a recording somebody may be speaking: where it is louder than the noise around it, in
 * the half minute that it is the middle of. The noise is what a tenth of that is quieter than.
 * Speech is loud where it is above the noise by a third of the way to the loudest, but by 4 to 12
 * dB; what is above by 3 dB is speech too, so that nothing weak is lost, but is no reason to see no
 * pause between what is loud. Where nothing stands out, as with a steady hum, nobody speaks.
 */
final class Speech {
  private static final int WINDOW = 1500;
  private static final int STEP = 50;
  private static final float DIGITAL_SILENCE = -93;
  private static final double NOISE_SHARE = 0.1;
  private static final int LOUDEST = 8;
  private static final float STEADY = 5;
  private static final float LEAST_ABOVE = 4;
  private static final float MOST_ABOVE = 12;
  private static final double SHARE_ABOVE = 0.3;
  private static final float WEAK_ABOVE = 3;

  /** Speech begins and ends more quietly than its middle. */
  private static final int AROUND = 5;

  /** Pauses that are shorter are part of speech, such as before a p or a t. */
  private static final int SHORTEST_PAUSE = 6;

  /** What is weak for so long between what is loud is speech, and no pause. */
  private static final int LONGEST_PAUSE = 100;

  /** What is weak and stands alone is speech where it lasts. */
  private static final int SHORTEST_WEAK = 40;

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
  static List<Run> runs(Levels levels) {
    Heard plain = Heard.of(levels.plain());
    Heard bright = Heard.of(levels.bright());
    int frames = plain.levels().length;
    List<Run> loud = runs(frames, i -> plain.loudAt(i) || bright.loudAt(i));
    List<Run> runs = new ArrayList<>();
    int next = 0;
    for (Run run : runs(frames, i -> plain.weakAt(i) || bright.weakAt(i))) {
      int first = next;
      while (next < loud.size() && loud.get(next).start() < run.end()) {
        next++;
      }
      split(run, loud.subList(first, next), runs);
    }
    return runs;
  }

  /** Levels, and above which of them speech is, for each half second. */
  private record Heard(float[] levels, float[] loud, float[] weak) {
    static Heard of(float[] levels) {
      float[] smooth = smooth(levels);
      Heard heard =
          new Heard(
              smooth, new float[smooth.length / STEP + 1], new float[smooth.length / STEP + 1]);
      thresholds(smooth, heard.loud, heard.weak);
      return heard;
    }

    boolean loudAt(int frame) {
      return levels[frame] > loud[frame / STEP];
    }

    boolean weakAt(int frame) {
      return levels[frame] > weak[frame / STEP];
    }
  }

  /** Splits a run at the short pauses between what is loud in it; alone, it has to last. */
  private static void split(Run run, List<Run> loud, List<Run> runs) {
    if (loud.isEmpty()) {
      if (run.end() - run.start() >= SHORTEST_WEAK) {
        runs.add(run);
      }
      return;
    }
    int start = run.start();
    for (int i = 1; i < loud.size(); i++) {
      int pause = loud.get(i - 1).end();
      if (loud.get(i).start() - pause < LONGEST_PAUSE) {
        runs.add(new Run(start, pause));
        start = loud.get(i).start();
      }
    }
    runs.add(new Run(start, run.end()));
  }

  private static List<Run> runs(int frames, IntPredicate sounds) {
    List<Run> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= frames; i++) {
      boolean now = i < frames && sounds.test(i);
      if (now && start < 0) {
        start = i;
      } else if (!now && start >= 0) {
        add(runs, new Run(start, i), frames);
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

  /** One of each for each half second. */
  private static void thresholds(float[] levels, float[] loud, float[] weak) {
    float[] window = new float[2 * WINDOW + STEP];
    for (int i = 0; i < loud.length; i++) {
      int from = Math.max(0, i * STEP - WINDOW);
      int to = Math.min(levels.length, (i + 1) * STEP + WINDOW);
      int count = 0;
      for (int j = from; j < to; j++) {
        if (levels[j] > DIGITAL_SILENCE) {
          window[count++] = levels[j];
        }
      }
      Arrays.sort(window, 0, count);
      float noise = count == 0 ? 0 : window[(int) (count * NOISE_SHARE)];
      float range = count == 0 ? 0 : window[Math.max(0, count - LOUDEST)] - noise;
      boolean steady = range < STEADY;
      loud[i] =
          steady
              ? Float.MAX_VALUE
              : noise + (float) Math.clamp(range * SHARE_ABOVE, LEAST_ABOVE, MOST_ABOVE);
      weak[i] = steady ? Float.MAX_VALUE : noise + WEAK_ABOVE;
    }
  }
}
