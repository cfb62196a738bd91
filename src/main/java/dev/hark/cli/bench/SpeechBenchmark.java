package dev.hark.cli.bench;

import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.device.DeviceOutput;
import dev.hark.cli.bench.speech.FirstSample;
import dev.hark.cli.bench.speech.KeyToSilence;
import dev.hark.cli.bench.speech.LongSpeech;
import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.cli.sound.Loudspeaker;
import dev.hark.fault.Sentence;
import dev.hark.speech.Speaker;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.espeak.EspeakVoice;
import dev.hark.speech.espeak.NativeEspeakSynthesizer;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How soon speech is heard and how soon it is silent, whether it goes on without a gap, and what it
 * takes of memory. The figure is the largest part of its goal that any of them takes; speech on a
 * device where there is one, else against a clock.
 *
 * @param minutes how long it speaks without an end
 */
record SpeechBenchmark(double minutes) implements Benchmark {
  private static final int UTTERANCES = 120;
  private static final int KEYS = 40;
  private static final Duration REHEARSAL = Duration.ofSeconds(2);
  private static final double EMBEDDED_MILLIS = 10;
  private static final double PROCESS_MILLIS = 30;
  private static final double SILENCE_MILLIS = 30;
  private static final double GAP_MILLIS = 50;
  private static final double GROWN_MEGABYTES = 5;
  private static final double MEGABYTES = 300;

  @Override
  public String name() {
    return "speech";
  }

  @Override
  public String unit() {
    return "of its goals";
  }

  @Override
  public double goal() {
    return 1;
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    try (SoundOutput output = DeviceOutput.open(tell)) {
      Optional<Speaker> device =
          output.kind() == SoundOutput.Kind.DEVICE
              ? Optional.of(new Loudspeaker(output, new Floor(), 100))
              : Optional.empty();
      double worst = first(tell);
      worst = Math.max(worst, silence(device, tell));
      worst = Math.max(worst, continuous(device, tell));
      return Math.max(worst, memory(stage, tell));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stage.failed(List.of(name()), e);
    }
  }

  private static double first(Consumer<Sentence> tell) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    double worst = first("FreeTTS", new FreeTtsSynthesizer(), EMBEDDED_MILLIS, tell);
    if (NativeEspeakSynthesizer.place(environment).isPresent()) {
      Synthesizer engine = new NativeEspeakSynthesizer(environment, EspeakVoice.ANY, 100);
      worst = Math.max(worst, first("eSpeak NG", engine, EMBEDDED_MILLIS, tell));
    } else {
      tell.accept(Sentence.of("bench.speech-absent", "libespeak-ng"));
    }
    Optional<Path> program = EspeakSynthesizer.find(environment.getOrDefault("PATH", ""));
    if (program.isPresent()) {
      Synthesizer engine = new EspeakSynthesizer(program.get(), EspeakVoice.ANY, 100);
      worst = Math.max(worst, first(program.get().toString(), engine, PROCESS_MILLIS, tell));
    } else {
      tell.accept(Sentence.of("bench.speech-absent", "espeak-ng"));
    }
    return worst;
  }

  private static double first(String name, Synthesizer engine, double goal, Consumer<Sentence> tell)
      throws InterruptedException {
    Samples millis = FirstSample.of(engine, UTTERANCES, REHEARSAL);
    tell.accept(
        Sentence.of("bench.speech-first", name, millis.median(), millis.percentile(95), goal));
    return millis.percentile(95) / goal;
  }

  private static double silence(Optional<Speaker> device, Consumer<Sentence> tell)
      throws InterruptedException {
    Samples millis = KeyToSilence.of(new FreeTtsSynthesizer(), device, KEYS);
    tell.accept(
        Sentence.of(
            "bench.speech-silence", millis.median(), millis.percentile(95), SILENCE_MILLIS));
    return millis.percentile(95) / SILENCE_MILLIS;
  }

  private double continuous(Optional<Speaker> device, Consumer<Sentence> tell) {
    Duration length = Duration.ofMillis(Math.round(minutes * 60_000));
    LongSpeech speech = LongSpeech.of(new FreeTtsSynthesizer(), device, length);
    tell.accept(
        Sentence.of(
            "bench.speech-long",
            Duration.ofSeconds(Math.round(speech.soundSeconds())),
            speech.worstGapMillis(),
            GAP_MILLIS,
            speech.lateSeconds(),
            Math.max(0, speech.grownMegabytes()),
            speech.threadsMore()));
    double leaks = speech.grownMegabytes() / GROWN_MEGABYTES;
    double threads = speech.threadsMore() > 0 ? 2 : 0;
    return Math.max(Math.max(leaks, threads), speech.worstGapMillis() / GAP_MILLIS);
  }

  /** A client that speaks a whole session, with a hub beside it. */
  private static double memory(Stage stage, Consumer<Sentence> tell) {
    Path keys = stage.folder("keys").resolve("keys.txt");
    try {
      Files.writeString(keys, "next\nnext\ndetails\nearnings\nhelp\nrepeat\nwhere\nquit\n");
    } catch (IOException e) {
      throw Stage.failed(List.of(keys.toString()), e);
    }
    try (EmbeddedHub _ = stage.demoHub(tell)) {
      List<String> command =
          stage.hark("work", "--speak", "--sound-to", stage.folder("sound").toString());
      double megabytes = ProcessRun.of(stage, command, Optional.of(keys)).megabytes();
      tell.accept(Sentence.of("bench.memory", megabytes, MEGABYTES));
      return megabytes / MEGABYTES;
    }
  }
}
