package dev.hark.cli.bench.voice;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Recognizer;
import java.util.Optional;

/** A microphone before which somebody says what they are given, in a quiet room. */
final class MouthPiece implements SoundInput {
  private static final int BEFORE = Recognizer.RATE / 2;
  private static final int AFTER = Recognizer.RATE * 3;

  private short[] samples = new short[0];
  private int at;

  /** What is heard from now on, and then silence without an end. */
  synchronized void say(Speech speech) {
    samples = speech.inRoom(BEFORE, AFTER, 1).samples();
    at = 0;
  }

  private synchronized boolean take(short[] into) {
    for (int i = 0; i < into.length; i++) {
      // Behind the end the room goes on.
      into[i] = at < samples.length ? samples[at++] : (short) (i % 2);
    }
    return true;
  }

  @Override
  public Source open() {
    return new Source() {
      @Override
      public boolean read(short[] into) {
        return take(into);
      }

      @Override
      public Optional<Sentence> trouble() {
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
