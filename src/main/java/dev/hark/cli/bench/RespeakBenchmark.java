package dev.hark.cli.bench;

import dev.hark.cli.bench.voice.Recorded;
import dev.hark.cli.bench.voice.Respoken;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.espeak.EspeakVoice;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Recognizers;
import dev.hark.transcript.WordErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Word errors in percent of answers that were said in a session and handed in, with the best
 * recogniser of this machine, where the speakers of real recordings say them. Two synthetic voices
 * that say the same again are told beside them.
 *
 * @param folder with the recordings and their manifest
 * @param environment of the process, to find engines
 */
record RespeakBenchmark(Path folder, Map<String, String> environment) implements Benchmark {
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return "respeak";
  }

  @Override
  public String unit() {
    return "%";
  }

  @Override
  public double goal() {
    return 50;
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    List<Recorded> recordings = Recorded.in(folder);
    if (recordings.isEmpty()) {
      throw new Fault.BadFile(Sentence.of("bench.no-recordings", folder.toString()), null);
    }
    Recognizers recognizers = new Recognizers(environment, Optional.empty());
    String recognizer = recognizers.dictation(Locale.ENGLISH).name();
    try (FreeTtsSynthesizer own = new FreeTtsSynthesizer();
        Respoken respoken = new Respoken(recordings, recognizers, stage.folder("respoken"))) {
      Rates rates = new Rates(respoken, recognizer, recordings.size(), tell);
      double figure =
          rates.of(Sentence.of("bench.real-speakers"), recording -> Speech.read(recording.file()));
      var _ = rates.of("kevin16", saidBy(own));
      EspeakSynthesizer.find(environment.getOrDefault("PATH", ""))
          .ifPresent(
              program -> {
                try (Synthesizer other =
                    new EspeakSynthesizer(program, new EspeakVoice("en-us", Locale.ENGLISH), 100)) {
                  var _ = rates.of("eSpeak NG", saidBy(other));
                }
              });
      return figure;
    }
  }

  private static Function<Recorded, Speech> saidBy(Synthesizer voice) {
    return recording -> Speech.of(voice, Locale.ENGLISH, recording.words());
  }

  private record Rates(Respoken respoken, String recognizer, int count, Consumer<Sentence> tell) {
    double of(Object who, Function<Recorded, Speech> voice) {
      WordErrors errors = respoken.errors(voice);
      double percent = errors.rate() * PERCENT;
      tell.accept(Sentence.of("bench.respoken", who, recognizer, errors.words(), count, percent));
      return percent;
    }
  }
}
