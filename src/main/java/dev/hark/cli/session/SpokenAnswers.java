package dev.hark.cli.session;

import dev.hark.speech.Priority;
import dev.hark.speech.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the sentences that answer one key together, so that the second does not stop the first.
 * Safe for use by several threads.
 */
public final class SpokenAnswers implements Consumer<Utterance> {
  private final Consumer<List<Utterance>> speech;
  private final List<Utterance> together = new ArrayList<>();

  /**
   * @param speech says utterances one after another, as one, and returns at once
   */
  public SpokenAnswers(Consumer<List<Utterance>> speech) {
    this.speech = speech;
  }

  @Override
  public synchronized void accept(Utterance utterance) {
    if (utterance.priority() == Priority.ANSWER) {
      together.add(utterance);
    } else {
      speech.accept(List.of(utterance));
    }
  }

  /** The key is answered: says what was collected. */
  public synchronized void flush() {
    if (!together.isEmpty()) {
      speech.accept(List.copyOf(together));
      together.clear();
    }
  }
}
