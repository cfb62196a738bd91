package dev.hark.speech;

import dev.hark.speech.Engines.Found;
import dev.hark.speech.dispatcher.DispatcherServer;
import dev.hark.speech.dispatcher.DispatcherSettings;
import dev.hark.speech.dispatcher.DispatcherSynthesizer;
import dev.hark.speech.espeak.EspeakSynthesizer;
import dev.hark.speech.espeak.EspeakVoice;
import dev.hark.speech.espeak.NativeEspeakSynthesizer;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.mac.SaySynthesizer;
import dev.hark.speech.windows.WindowsSynthesizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks for the engines of this machine; all are asked at the same time. */
final class EngineSearch {
  private static final long PATIENCE_SECONDS = 2;

  private EngineSearch() {}

  static List<Found> all(Map<String, String> environment) {
    List<CompletableFuture<Found>> asked = new ArrayList<>();
    asked.add(
        CompletableFuture.completedFuture(
            new Found("freetts", "embedded", FreeTtsSynthesizer.VOICES, List.of("en"))));
    EspeakSynthesizer.find(environment.getOrDefault("PATH", ""))
        .ifPresent(
            program ->
                asked.add(
                    ask(
                        "espeak-ng",
                        program.toString(),
                        () -> languages(new EspeakSynthesizer(program, EspeakVoice.ANY, 100)))));
    NativeEspeakSynthesizer.place(environment)
        .ifPresent(
            library ->
                asked.add(
                    ask(
                        "espeak-ng",
                        library,
                        () ->
                            new Answer(
                                List.of(),
                                new NativeEspeakSynthesizer(environment, EspeakVoice.ANY, 100)
                                    .languages()))));
    DispatcherServer server = new DispatcherServer(environment);
    server
        .present()
        .ifPresent(
            address ->
                asked.add(
                    ask(
                        DispatcherSynthesizer.NAME,
                        address.toString(),
                        () -> dispatcher(environment))));
    SaySynthesizer.find(environment)
        .ifPresent(
            program -> asked.add(ask(SaySynthesizer.NAME, program.toString(), () -> say(program))));
    WindowsSynthesizer.find(environment)
        .ifPresent(
            program ->
                asked.add(
                    ask(WindowsSynthesizer.NAME, program.toString(), () -> windows(program))));
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private record Answer(List<String> voices, List<String> languages) {}

  private static CompletableFuture<Found> ask(
      String name, String place, Supplier<Answer> question) {
    return CompletableFuture.supplyAsync(
            question, task -> Thread.ofPlatform().daemon().name("look for " + name).start(task))
        .completeOnTimeout(new Answer(List.of(), List.of()), PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(_ -> new Answer(List.of(), List.of()))
        .thenApply(answer -> new Found(name, place, answer.voices(), answer.languages()));
  }

  private static Answer languages(EspeakSynthesizer engine) {
    try (engine) {
      return new Answer(List.of(), engine.languages().stream().distinct().sorted().toList());
    }
  }

  private static Answer dispatcher(Map<String, String> environment) {
    DispatcherSettings settings = new DispatcherSettings("", Locale.ROOT, 100, 100);
    try (DispatcherSynthesizer engine = new DispatcherSynthesizer(environment, settings)) {
      return new Answer(List.of(), engine.languages());
    }
  }

  private static Answer say(Path program) {
    try (SaySynthesizer engine = new SaySynthesizer(program, "", Locale.ROOT)) {
      return new Answer(engine.voices(), engine.languages());
    }
  }

  private static Answer windows(Path program) {
    try (WindowsSynthesizer engine = new WindowsSynthesizer(program, "")) {
      return new Answer(engine.voices(), engine.languages());
    }
  }
}
