package dev.hark.cli.session;

import dev.hark.speech.Priority;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the sentences that answer one key together, so that the second does not stop the first.
 * Safe for use by several threads.
 */
public final class SpokenAnswers implements Consumer<Utterance> {
  private final SpeechQueue queue;
  private final List<Utterance> together = new ArrayList<>();

  public SpokenAnswers(SpeechQueue queue) {
    this.queue = queue;
  }

  @Override
  public synchronized void accept(Utterance utterance) {
    if (utterance.priority() == Priority.ANSWER) {
      together.add(utterance);
    } else {
      queue.say(List.of(utterance));
    }
  }

  /** A key was pressed: what is said gives way. */
  public void keyPressed() {
    queue.keyPressed();
  }

  /** Silence at once. */
  public void silence() {
    synchronized (this) {
      together.clear();
    }
    queue.silence();
  }

  /** The key is answered: says what was collected. */
  public synchronized void flush() {
    if (!together.isEmpty()) {
      queue.say(List.copyOf(together));
      together.clear();
    }
  }
}
