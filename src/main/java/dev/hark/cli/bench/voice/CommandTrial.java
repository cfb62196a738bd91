package dev.hark.cli.bench.voice;

import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Recognizer;
import dev.hark.voice.CommandEar;
import dev.hark.voice.Phrasebook;
import dev.hark.voice.Spoken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plays speech to the ear for commands, as a microphone would, and notes what it takes it for. */
public final class CommandTrial {
  private static final int BEFORE = Recognizer.RATE / 2;
  private static final int AFTER = Recognizer.RATE * 9 / 10;

  private final Recognizer recognizer;
  private final Phrasebook book;

  public CommandTrial(Recognizer recognizer, Phrasebook book) {
    this.recognizer = recognizer;
    this.book = book;
  }

  /**
   * What the ear did.
   *
   * @param commands what it took for commands, in order
   * @param millis from the end of the speech to the first command, the time to recognise included;
   *     absent where there was none
   */
  public record Outcome(List<Spoken> commands, Optional<Double> millis) {
    /** Whether exactly that was understood. */
    public boolean is(Spoken wanted) {
      return commands.equals(List.of(wanted));
    }
  }

  /** In a quiet room. */
  public Outcome clean(Speech speech) {
    return hear(speech.inRoom(BEFORE, AFTER, 1), BEFORE + speech.end());
  }

  /** With white noise so many decibels below the speech. */
  public Outcome noisy(Speech speech, double decibels) {
    return hear(speech.inNoise(BEFORE, AFTER, decibels, 7), BEFORE + speech.end());
  }

  private Outcome hear(Speech speech, int end) {
    CommandEar ear = new CommandEar(recognizer, book);
    List<Spoken> commands = new ArrayList<>();
    Optional<Double> millis = Optional.empty();
    // What is heard while a step is worked on waits; the ear is as late as the work it has left.
    double late = 0;
    for (int at = 0; at + Endpoints.STEP <= speech.samples().length; at += Endpoints.STEP) {
      short[] step = Arrays.copyOfRange(speech.samples(), at, at + Endpoints.STEP);
      long begin = System.nanoTime();
      CommandEar.Event event = ear.take(step);
      late = Math.max(0, late - 10) + (System.nanoTime() - begin) / 1e6;
      if (event instanceof CommandEar.Event.Command(Spoken meaning)) {
        commands.add(meaning);
        if (millis.isEmpty()) {
          millis = Optional.of((at + Endpoints.STEP - end) * 1000.0 / Recognizer.RATE + late);
        }
      }
    }
    return new Outcome(List.copyOf(commands), millis);
  }

  public Phrasebook book() {
    return book;
  }
}
