package dev.hark.cli.bench;

import dev.hark.cli.bench.voice.Respoken;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.espeak.EspeakVoice;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Recognizers;
import dev.hark.transcript.WordErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Word errors in percent where the voice that comes with Hark says again what is said in real
 * recordings, and the best recogniser of this machine writes it down. A second voice is told beside
 * it.
 *
 * @param recordings a folder with the recordings' manifest
 * @param environment of the process, to find engines
 */
record RespeakBenchmark(Path recordings, Map<String, String> environment) implements Benchmark {
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
    List<String> texts = Respoken.references(recordings);
    if (texts.isEmpty()) {
      throw new Fault.BadFile(Sentence.of("bench.no-recordings", recordings.toString()), null);
    }
    try (Recognizer recognizer =
            new Recognizers(environment, Optional.empty()).dictation(Locale.ENGLISH);
        FreeTtsSynthesizer own = new FreeTtsSynthesizer()) {
      recognizer.prepare();
      Respoken respoken = new Respoken(recognizer);
      double figure = rate(respoken, own, "kevin16", recognizer, texts, tell);
      EspeakSynthesizer.find(environment.getOrDefault("PATH", ""))
          .ifPresent(
              program -> {
                try (Synthesizer other =
                    new EspeakSynthesizer(program, new EspeakVoice("en-us", Locale.ENGLISH), 100)) {
                  var _ = rate(respoken, other, "espeak-ng en-us", recognizer, texts, tell);
                }
              });
      return figure;
    }
  }

  private static double rate(
      Respoken respoken,
      Synthesizer voice,
      String name,
      Recognizer recognizer,
      List<String> texts,
      Consumer<Sentence> tell) {
    WordErrors errors = respoken.errors(voice, texts);
    double percent = errors.rate() * PERCENT;
    tell.accept(
        Sentence.of(
            "bench.respoken", name, recognizer.name(), errors.words(), texts.size(), percent));
    return percent;
  }
}
