package dev.hark.audio;

import java.util.function.BooleanSupplier;

/**
 * Who has the floor, so that speech and recordings never talk over each other. Speech that somebody
 * waits for (an answer to a key, an alert) has it first: a recording waits for its end, or pauses
 * for it and goes on where it was. Other speech (progress, news) waits until no recording plays.
 *
 * <p>Safe for use by several threads. Listeners are told of every change on the thread that made
 * it.
 */
public final class Floor {
  private volatile boolean speech;
  private volatile BooleanSupplier recording = () -> false;
  private volatile Runnable speechListener = () -> {};
  private volatile Runnable recordingListener = () -> {};

  /**
   * @param wanted whether speech that somebody waits for is being said, or is about to be
   */
  public void speechWanted(boolean wanted) {
    if (speech != wanted) {
      speech = wanted;
      recordingListener.run();
    }
  }

  /** Whether a recording may sound now. */
  public boolean freeForRecording() {
    return !speech;
  }

  /** Whether speech that nobody waits for may sound now. */
  public boolean freeForNews() {
    return !recording.getAsBoolean();
  }

  /** To be called by the player after a recording began or ended, without a lock held. */
  void recordingChanged() {
    speechListener.run();
  }

  /**
   * @param listener told when {@link #freeForNews()} changed; there is one
   */
  public void onRecording(Runnable listener) {
    speechListener = listener;
  }

  /**
   * @param playing whether a recording plays, or waits only for speech to end
   * @param listener told when {@link #freeForRecording()} changed; there is one
   */
  void player(BooleanSupplier playing, Runnable listener) {
    recording = playing;
    recordingListener = listener;
  }
}
