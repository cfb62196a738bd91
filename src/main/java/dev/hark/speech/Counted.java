package dev.hark.speech;

/** Hands sound on and counts what can be heard of it, as silence for words is a failure. */
public final class Counted implements Pcm {
  private final Pcm to;
  private long audible;

  public Counted(Pcm to) {
    this.to = to;
  }

  @Override
  public boolean write(short[] samples, int length, int rate) {
    for (int i = 0; i < length; i++) {
      if (samples[i] != 0) {
        audible++;
      }
    }
    return to.write(samples, length, rate);
  }

  @Override
  public boolean elsewhere() {
    return to.elsewhere();
  }

  @Override
  public boolean wanted() {
    return to.wanted();
  }

  @Override
  public void onStop(Runnable stop) {
    to.onStop(stop);
  }

  /** Whether it was all silence, of a text with words that somebody still wants to hear. */
  public boolean lacks(String text) {
    return audible == 0 && to.wanted() && PlainText.hasWords(text);
  }

  /**
   * @throws UnspeakableTextException where {@link #lacks}
   */
  public void require(String text, String engine) {
    if (lacks(text)) {
      throw new UnspeakableTextException(engine);
    }
  }
}
