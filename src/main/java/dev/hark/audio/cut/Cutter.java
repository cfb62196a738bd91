package dev.hark.audio.cut;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a recording into pieces: all speech is in a piece, no piece is longer than asked for, and
 * long silences are in none. Of all ways to do so it takes the one that costs least, where a cut
 * costs more the shorter the pause, one within speech by far the most, and short pieces and silence
 * within a piece cost too. The same recording is always cut alike.
 */
public final class Cutter {
  private static final int SECOND = 1000 / Levels.FRAME_MILLIS;

  /** Left around speech where silence is left out. */
  private static final int MARGIN = SECOND / 4;

  /** Silence that is shorter is never left out. */
  private static final int LONG_PAUSE = SECOND;

  private static final int GRID = SECOND / 10;
  private static final double PIECE = 0.3;
  private static final double SHORT = 1.5;
  private static final double SILENCE = 0.4;
  private static final double SHORT_PAUSE = 0.6;
  private static final double GOOD_PAUSE = SECOND / 2.0;
  private static final double WITHIN_SPEECH = 6;
  private static final double PER_DECIBEL = 0.05;

  private final float[] levels;
  private final int least;
  private final int most;
  private final int half;
  private final List<Place> places = new ArrayList<>();

  private Cutter(float[] levels, CutRules rules) {
    this.levels = levels;
    this.least = frames(rules.least().toMillis());
    this.most = frames(rules.most().toMillis());
    this.half = frames(rules.overlap().toMillis() / 2);
  }

  private static int frames(long millis) {
    return (int) (millis / Levels.FRAME_MILLIS);
  }

  /**
   * A place where the recording may be cut.
   *
   * @param end where the piece before ends, in frames
   * @param start where the piece after begins
   * @param cost of cutting here
   * @param silence frames that are left out by all cuts in pauses up to this one
   */
  private record Place(int end, int start, double cost, int silence) {}

  /**
   * The pieces in order; two of them overlap only where they are cut within speech.
   *
   * @param levels of the whole recording
   * @return empty where nobody speaks
   */
  public static List<Span> cut(Levels levels, CutRules rules) {
    List<Speech.Run> runs = Speech.runs(levels);
    return runs.isEmpty() ? List.of() : new Cutter(levels.plain(), rules).cut(runs);
  }

  private List<Span> cut(List<Speech.Run> runs) {
    gather(runs);
    int count = places.size();
    double[] costs = new double[count];
    int[] from = new int[count];
    int first = 0;
    for (int to = 1; to < count; to++) {
      Place end = places.get(to);
      costs[to] = Double.MAX_VALUE;
      while (end.end() - places.get(first).start() > most) {
        first++;
      }
      for (int at = first; at < to; at++) {
        double cost = costs[at] + cost(places.get(at), end);
        if (cost < costs[to]) {
          costs[to] = cost;
          from[to] = at;
        }
      }
    }
    List<Span> spans = new ArrayList<>();
    for (int to = count - 1; to > 0; to = from[to]) {
      spans.add(
          new Span(
              (long) places.get(from[to]).start() * Levels.FRAME_MILLIS,
              (long) places.get(to).end() * Levels.FRAME_MILLIS));
    }
    return spans.reversed();
  }

  private double cost(Place from, Place to) {
    int length = to.end() - from.start();
    if (length <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double lacking = Math.max(0, least - length) / (double) SECOND;
    int silence = to.silence() - from.silence() - (to.start() - to.end() > 0 ? gap(to) : 0);
    return PIECE
        + to.cost()
        + SHORT * lacking * lacking
        + SILENCE * Math.max(0, silence) / (double) SECOND;
  }

  private static int gap(Place place) {
    return place.start() - place.end();
  }

  private void gather(List<Speech.Run> runs) {
    int start = Math.max(0, runs.getFirst().start() - MARGIN);
    places.add(new Place(start, start, 0, 0));
    int silence = 0;
    for (int i = 0; i < runs.size(); i++) {
      Speech.Run run = runs.get(i);
      within(run, silence);
      if (i + 1 < runs.size()) {
        Place pause = pause(run.end(), runs.get(i + 1).start(), silence);
        silence = pause.silence();
        places.add(pause);
      }
    }
    int end = Math.min(levels.length, runs.getLast().end() + MARGIN);
    places.add(new Place(end, end, 0, silence));
  }

  private static Place pause(int from, int to, int silence) {
    int length = to - from;
    double cost = SHORT_PAUSE * Math.max(0, 1 - length / GOOD_PAUSE);
    if (length < LONG_PAUSE) {
      int middle = from + length / 2;
      return new Place(middle, middle, cost, silence);
    }
    int end = from + MARGIN;
    int start = to - MARGIN;
    return new Place(end, start, cost, silence + start - end);
  }

  /** Places within a run, each the quietest of its tenth of a second. */
  private void within(Speech.Run run, int silence) {
    for (int at = run.start() + half + 1; at + GRID <= run.end() - half; at += GRID) {
      int quietest = at;
      for (int i = at; i < at + GRID; i++) {
        if (levels[i] < levels[quietest]) {
          quietest = i;
        }
      }
      double loud = Math.max(0, levels[quietest] - Levels.NOTHING);
      places.add(
          new Place(quietest + half, quietest - half, WITHIN_SPEECH + PER_DECIBEL * loud, silence));
    }
  }
}
