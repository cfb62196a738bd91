package dev.hark.transcript.export;

import dev.hark.transcript.join.Transcript.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * Subtitles by the usual rules: at most two lines of {@link CueLines#MOST} letters, for 1 to 7
 * seconds, ended at a pause or where a sentence ends, else behind a comma. A cue that is too short
 * stays on until the next begins; only where words follow one another faster than anybody speaks is
 * one shorter than a second.
 */
final class Cues {
  static final long LEAST_MILLIS = 1_000;
  static final long MOST_MILLIS = 7_000;

  private final List<Cue> cues = new ArrayList<>();
  private List<Shown> open = new ArrayList<>();

  private Cues() {}

  static List<Cue> of(List<Shown> shown) {
    Cues cues = new Cues();
    shown.stream().flatMap(one -> parts(one).stream()).forEach(cues::add);
    if (!cues.open.isEmpty()) {
      cues.close(cues.open.size());
    }
    return cues.lasting();
  }

  /** A word that is longer than a line, in parts. */
  private static List<Shown> parts(Shown shown) {
    List<String> texts = CueLines.parts(shown.text());
    List<Shown> parts = new ArrayList<>();
    long all = shown.endMillis() - shown.startMillis();
    for (int i = 0; i < texts.size(); i++) {
      parts.add(
          new Shown(
              texts.get(i).strip(),
              shown.startMillis() + all * i / texts.size(),
              shown.startMillis() + all * (i + 1) / texts.size(),
              shown.passage()));
    }
    return parts;
  }

  private void add(Shown next) {
    if (!open.isEmpty()) {
      Shown last = open.getLast();
      boolean pause = next.startMillis() - last.endMillis() >= LEAST_MILLIS;
      boolean done = ends(last.text(), ".?!\u2026\u0964\u061f") && lasts(open.size());
      if (pause || done) {
        close(open.size());
      } else if (!fits(next)) {
        close(bestEnd());
        if (!open.isEmpty() && !fits(next)) {
          close(open.size());
        }
      }
    }
    open.add(next);
  }

  private boolean fits(Shown next) {
    List<String> texts = new ArrayList<>(open.stream().map(Shown::text).toList());
    texts.add(next.text());
    return next.endMillis() - open.getFirst().startMillis() <= MOST_MILLIS
        && CueLines.of(texts).isPresent();
  }

  private boolean lasts(int words) {
    return open.get(words - 1).endMillis() - open.getFirst().startMillis() >= LEAST_MILLIS;
  }

  /** Behind a sign in the second half, where there is one and enough before it, else at the end. */
  private int bestEnd() {
    for (int words = open.size(); words > open.size() / 2; words--) {
      if (ends(open.get(words - 1).text(), ".?!\u2026\u0964\u061f,;:\u060c\u061b")
          && lasts(words)) {
        return words;
      }
    }
    return open.size();
  }

  private static boolean ends(String text, String signs) {
    String bare = text.replaceFirst("[\"'\u2019\u201d)\\]]+$", "");
    return !bare.isEmpty() && signs.indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  private void close(int words) {
    List<Shown> these = open.subList(0, words);
    cues.add(
        new Cue(
            these.getFirst().startMillis(),
            these.getLast().endMillis(),
            CueLines.of(these.stream().map(Shown::text).toList()).orElseThrow()));
    open = new ArrayList<>(open.subList(words, open.size()));
  }

  /** The cues, each as long as it should be, as far as the next one leaves time. */
  private List<Cue> lasting() {
    List<Cue> lasting = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      long start =
          i == 0 ? cue.startMillis() : Math.max(cue.startMillis(), lasting.getLast().endMillis());
      long end = Math.clamp(cue.endMillis(), start + LEAST_MILLIS, start + MOST_MILLIS);
      if (i + 1 < cues.size()) {
        end = Math.min(end, Math.max(cues.get(i + 1).startMillis(), start + 1));
      }
      lasting.add(new Cue(start, end, cue.lines()));
    }
    return lasting;
  }
}
