package dev.hark.audio;

import java.time.Duration;
import java.util.List;

/** Several clips as one. */
public final class Joined {
  private Joined() {}

  /**
   * The clips one after the other, with silence between, at the highest of their rates.
   *
   * @param clips at least one
   */
  public static Clip of(List<Clip> clips, Duration silence) {
    if (clips.size() == 1) {
      return clips.getFirst();
    }
    int rate = clips.stream().mapToInt(Clip::rate).max().orElseThrow();
    int gap = (int) (silence.toMillis() * rate / 1000);
    List<short[]> parts = clips.stream().map(clip -> atRate(clip, rate)).toList();
    int length = parts.stream().mapToInt(part -> part.length).sum() + gap * (parts.size() - 1);
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length + gap;
    }
    return new Clip(all, rate);
  }

  /** Linear interpolation: enough for speech, and no clip is ever brought to a lower rate. */
  private static short[] atRate(Clip clip, int rate) {
    if (clip.rate() == rate || clip.samples().length == 0) {
      return clip.samples();
    }
    short[] in = clip.samples();
    short[] out = new short[(int) ((long) in.length * rate / clip.rate())];
    for (int i = 0; i < out.length; i++) {
      double at = (double) i * clip.rate() / rate;
      int left = (int) at;
      int right = Math.min(left + 1, in.length - 1);
      out[i] = (short) Math.round(in[left] + (at - left) * (in[right] - in[left]));
    }
    return out;
  }
}
