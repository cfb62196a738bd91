package dev.hark.cli.bench;

import dev.hark.cli.bench.voice.CommandFigures;
import dev.hark.cli.bench.voice.CommandTrial;
import dev.hark.cli.bench.voice.Sentences;
import dev.hark.fault.Sentence;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.sphinx.SphinxCommands;
import dev.hark.voice.Phrasebook;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is understood of spoken commands, and milliseconds from the end of one to its action, of 95
 * in 100. Where a command is missed or too much is taken for one, the figure is beyond every goal.
 *
 * @param recordings a folder of real speech that is no command; may be missing
 */
record VoiceBenchmark(Path recordings) implements Benchmark {
  private static final double NOISE = 20;
  private static final int MOST_TAKEN = 2;
  private static final double LEAST_IN_NOISE = 8.0 / 27;
  private static final int[] PIECES = {1000, 2000};
  private static final double MOST_MEGABYTES = 1000;

  @Override
  public String name() {
    return "voice";
  }

  @Override
  public String unit() {
    return "ms";
  }

  @Override
  public double goal() {
    return 250;
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    Phrasebook book = Phrasebook.of(Wording.of(Locale.ENGLISH));
    try (SphinxCommands recognizer = new SphinxCommands(book.grammar())) {
      recognizer.prepare();
      CommandFigures figures = new CommandFigures(new CommandTrial(recognizer, book));
      boolean good = real(figures, tell);
      Samples latency = null;
      for (String name : FreeTtsSynthesizer.VOICES) {
        try (FreeTtsSynthesizer voice = new FreeTtsSynthesizer(name, 100)) {
          CommandFigures.Phrases clean = figures.phrases(voice, Double.NaN);
          CommandFigures.Phrases noisy = figures.phrases(voice, NOISE);
          int taken = figures.taken(voice, Sentences.all());
          int others = figures.taken(voice, Sentences.others());
          Samples times =
              new Samples(clean.millis().stream().mapToDouble(Double::doubleValue).toArray());
          tell.accept(
              Sentence.of(
                  "bench.voice",
                  name,
                  clean.understood(),
                  clean.phrases(),
                  noisy.understood(),
                  taken,
                  Sentences.all().size(),
                  others,
                  Sentences.others().size()));
          tell.accept(
              Sentence.of(
                  "bench.voice-time", name, times.median(), times.percentile(95), times.most()));
          good &= taken <= MOST_TAKEN && noisy.understood() > LEAST_IN_NOISE * noisy.phrases();
          // The other voice has half of the frequencies, and is told beside.
          if (latency == null) {
            good &= clean.understood() == clean.phrases();
            latency = times;
          }
        }
      }
      good &= memory(tell);
      return good && latency != null ? latency.percentile(95) : Double.POSITIVE_INFINITY;
    }
  }

  private boolean real(CommandFigures figures, Consumer<Sentence> tell) {
    List<Path> all = CommandFigures.recordings(recordings);
    if (all.isEmpty()) {
      tell.accept(Sentence.of("bench.no-recordings", recordings.toString()));
      return true;
    }
    int taken = figures.takenOf(all);
    tell.accept(Sentence.of("bench.voice-real", taken, all.size()));
    for (int millis : PIECES) {
      CommandFigures.Pieces cut = figures.pieces(all, Duration.ofMillis(millis));
      tell.accept(
          Sentence.of("bench.voice-pieces", cut.taken(), cut.pieces(), Duration.ofMillis(millis)));
    }
    return taken == 0;
  }

  /** Of this process, which has the memory settings of a session that hears commands. */
  private static boolean memory(Consumer<Sentence> tell) {
    double megabytes = ProcessRun.peak(ProcessHandle.current().pid());
    tell.accept(Sentence.of("bench.memory", megabytes, MOST_MEGABYTES));
    return megabytes <= MOST_MEGABYTES;
  }
}
