package dev.hark.speech.listen.pocketsphinx;

import dev.hark.fault.Fault;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One piece of speech. Where the voice turned out to be another than was thought, it is heard once
 * more from the start, with what is known of the voice by then; not where it is long, because most
 * of it was heard well then and the wait would be long.
 */
final class PocketHearing implements Recognizer.Hearing {
  /** The mean of one voice moves by about 15 from one piece to the next, to another's by 30. */
  private static final double ANOTHER_VOICE = 22;

  private static final int LONG = 20 * Recognizer.RATE;

  private final Function<Consumer<Hypothesis>, PocketRun> start;
  private final MeanSound mean;
  private final Samples held = new Samples();
  private PocketRun run;
  private int length;

  PocketHearing(
      Function<Consumer<Hypothesis>, PocketRun> start,
      MeanSound mean,
      Consumer<Hypothesis> partial) {
    this.start = start;
    this.mean = mean;
    this.run = start.apply(partial);
  }

  @Override
  public void hear(short[] samples, int count) {
    run.hear(samples, count);
    length += count;
    if (length <= LONG) {
      held.add(samples, count);
    }
  }

  @Override
  public Hypothesis end() {
    Hypothesis words = run.end();
    boolean another = run.log().moved() > ANOTHER_VOICE;
    if (words.isEmpty() || !mean.learn(run.log()) || !another || length > LONG) {
      return words;
    }
    Hypothesis again = again();
    return again.isEmpty() ? words : again;
  }

  /** Nothing where that fails: there are words already. */
  private Hypothesis again() {
    try {
      run = start.apply(_ -> {});
      short[] all = held.all();
      run.hear(all, all.length);
      return run.end();
    } catch (Fault fault) {
      return Hypothesis.NOTHING;
    }
  }

  @Override
  public void abandon() {
    run.abandon();
  }
}
