package dev.hark.speech;

import dev.hark.fault.Sentence;
import dev.hark.speech.text.Span;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Brings an utterance from its text to the speaker. Used by the queue's thread. */
final class Delivering {
  private static final int EARCON_RATE = 16_000;

  /** By so much a word with a capital is higher: four semitones. */
  private static final double RAISED = 1.25;

  private final Map<Purpose, Delivery> deliveries;
  private final IdentityHashMap<List<?>, Failover> engines = new IdentityHashMap<>();
  private final Duration patience;
  private final Speaker speaker;

  /** See the constructor of {@link SpeechQueue}. */
  Delivering(
      Map<Purpose, Delivery> deliveries,
      Duration patience,
      Speaker speaker,
      Consumer<Sentence> news) {
    this.deliveries = Map.copyOf(deliveries);
    this.patience = patience;
    this.speaker = speaker;
    Set<String> told = new HashSet<>();
    for (Delivery delivery : deliveries.values()) {
      engines.computeIfAbsent(
          delivery.engines(), _ -> new Failover(delivery.engines(), news, told));
    }
  }

  /** Words a minute of the interface's voice. */
  int usualRate() {
    return delivery(Purpose.INTERFACE).rate();
  }

  private Delivery delivery(Purpose purpose) {
    Delivery usual = Objects.requireNonNull(deliveries.get(Purpose.INTERFACE));
    return deliveries.getOrDefault(purpose, usual);
  }

  /**
   * @param rate words a minute of the interface's voice; the others keep their proportion to it
   */
  void speak(Turn turn, int rate) {
    Utterance utterance = turn.utterance();
    Delivery delivery = delivery(utterance.purpose());
    Failover voices = Objects.requireNonNull(engines.get(delivery.engines()));
    int own =
        Math.round((float) delivery.rate() * rate / usualRate() * utterance.manner().pace() / 100);
    Iterator<Span> spans = delivery.speakable().spans(utterance, voices::speaks);
    try {
      boolean goesOn = true;
      while (goesOn && spans.hasNext()) {
        goesOn = speak(turn, spans.next(), delivery, voices, own);
      }
      if (goesOn) {
        turn.drain();
      }
    } finally {
      turn.close();
    }
  }

  /**
   * Says a part, by whichever engine can.
   *
   * @return false where somebody wants silence
   */
  private boolean speak(Turn turn, Span span, Delivery delivery, Failover voices, int rate) {
    Set<EngineThread> tried = new HashSet<>();
    while (true) {
      EngineThread engine = voices.choose(span.language(), tried);
      Set<Skill> skills = engine.engine().skills(span.language());
      String words = delivery.speakable().words(span, skills);
      if (engine.engine().playsItself()) {
        soundAlone(turn);
      }
      int slower = span.raised() ? (int) Math.round(rate / RAISED) : rate;
      Synthesis synthesis = engine.speak(turn.utterance().part(words, span.language()), slower);
      if (!turn.begins(synthesis)) {
        return false;
      }
      switch (pump(turn, synthesis, span.raised() ? RAISED : 1)) {
        case Synthesis.End(var failure) when failure == null -> {
          voices.spoke(engine);
          return true;
        }
        case Synthesis.End(var failure) when failure instanceof UnspeakableTextException -> {
          tried.add(engine);
          voices.unspeakable(span.language(), tried);
        }
        case Synthesis.End _, Synthesis.Hung _ -> {
          turn.close();
          voices.failed(engine, span.language());
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** The sound that goes before the words, once. */
  private static void sound(Turn turn, Speaker.Stream stream, int samplesPerSecond) {
    turn.earcon()
        .map(earcon -> earcon.samples(samplesPerSecond))
        .ifPresent(samples -> stream.write(samples, samples.length));
  }

  /** On the output's own device, where the words are heard elsewhere. */
  private void soundAlone(Turn turn) {
    turn.earcon()
        .map(earcon -> earcon.samples(EARCON_RATE))
        .ifPresent(
            samples -> {
              turn.stream(speaker, EARCON_RATE).write(samples, samples.length);
              turn.drain();
              turn.close();
            });
  }

  /**
   * Brings sound from the engine to the speaker, until it ends one way or another. Sound of another
   * rate than the utterance began with is brought to that.
   *
   * @param raise by how much it is to be higher, 1 for not at all
   */
  private Synthesis.Part pump(Turn turn, Synthesis synthesis, double raise) {
    Resampled resampled = new Resampled(1);
    while (true) {
      Synthesis.Part part = synthesis.next(patience);
      switch (part) {
        case Synthesis.Sound(var samples, var samplesPerSecond) -> {
          int open = turn.rate().orElse(samplesPerSecond);
          Speaker.Stream stream = turn.stream(speaker, open);
          sound(turn, stream, open);
          double step = raise * samplesPerSecond / open;
          if (step != resampled.step()) {
            resampled = new Resampled(step);
          }
          short[] heard = step == 1 ? samples : resampled.next(samples);
          stream.write(heard, heard.length);
        }
        case Synthesis.Elsewhere _ -> turn.elsewhere(speaker);
        case Synthesis.Hung _ -> {
          synthesis.cancel();
          return part;
        }
        case Synthesis.End _, Synthesis.Cancelled _ -> {
          return part;
        }
      }
    }
  }

  /** Whether there is an engine that is heard whatever the output is. Any thread may ask. */
  boolean playsItself() {
    return engines.values().stream().anyMatch(Failover::playsItself);
  }

  void close() {
    engines.values().forEach(Failover::close);
  }
}
