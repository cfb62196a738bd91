package dev.hark.speech;

import dev.hark.fault.Sentence;
import dev.hark.speech.text.Span;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings an utterance from its text to the speaker. Used by the queue's thread. */
final class Delivering {
  private static final int EARCON_RATE = 16_000;

  /** By so much a word with a capital is higher: four semitones. */
  private static final double RAISED = 1.25;

  private final Map<Purpose, Delivery> deliveries;
  private final IdentityHashMap<List<?>, Failover> engines = new IdentityHashMap<>();
  private final Duration patience;
  private final Speaker speaker;
  private final Ahead ahead = new Ahead();

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
   * @param upcoming what would be said next
   */
  void speak(Turn turn, int rate, Supplier<Optional<Utterance>> upcoming) {
    Utterance utterance = turn.utterance();
    Iterator<Span> spans = spans(utterance);
    try {
      boolean goesOn = true;
      while (goesOn && spans.hasNext()) {
        Span span = spans.next();
        goesOn = speak(turn, span, purpose(utterance, span), rate);
      }
      if (goesOn) {
        upcoming.get().ifPresent(next -> beginAhead(next, rate));
        turn.drain();
      }
    } finally {
      turn.close();
    }
    if (turn.isCut()) {
      ahead.forget();
    }
  }

  private void beginAhead(Utterance utterance, int rate) {
    Iterator<Span> spans = spans(utterance);
    if (spans.hasNext()) {
      Span span = spans.next();
      Delivery voice = delivery(purpose(utterance, span));
      if (voices(voice).speaks(span.language())) {
        EngineThread engine = voices(voice).choose(span.language(), Set.of());
        ahead.begin(
            engine, part(utterance, span, engine, voice), own(utterance, span, voice, rate));
      }
    }
  }

  /** Words of a requester's are apart only where another voice says them. */
  private Iterator<Span> spans(Utterance utterance) {
    Delivery delivery = delivery(utterance.purpose());
    boolean alike = delivery.equals(delivery(Purpose.TASK));
    List<Quote> quotes =
        utterance.quotes().stream()
            .filter(
                quote ->
                    !alike
                        || !quote
                            .language()
                            .getLanguage()
                            .equals(utterance.language().getLanguage()))
            .toList();
    return delivery
        .speakable()
        .spans(utterance.with(quotes), language -> speaks(delivery, language));
  }

  private boolean speaks(Delivery delivery, Locale language) {
    return voices(delivery).speaks(language) || voices(delivery(Purpose.TASK)).speaks(language);
  }

  /** Whose voice says it: the task's for a requester's words, where it speaks their language. */
  private Purpose purpose(Utterance utterance, Span span) {
    Delivery usual = delivery(utterance.purpose());
    Delivery task = delivery(Purpose.TASK);
    boolean other =
        voices(task).speaks(span.language())
            && (span.task() || !voices(usual).speaks(span.language()));
    return other ? Purpose.TASK : utterance.purpose();
  }

  private Failover voices(Delivery delivery) {
    return Objects.requireNonNull(engines.get(delivery.engines()));
  }

  /** Words a minute; what is raised becomes faster by that. */
  private int own(Utterance utterance, Span span, Delivery delivery, int rate) {
    int own =
        Math.round((float) delivery.rate() * rate / usualRate() * utterance.manner().pace() / 100);
    return span.raised() ? (int) Math.round(own / RAISED) : own;
  }

  /** In the words that this engine is given. */
  private static Utterance part(
      Utterance utterance, Span span, EngineThread engine, Delivery delivery) {
    Set<Skill> skills = engine.engine().skills(span.language());
    return utterance.part(delivery.speakable().words(span, skills), span.language());
  }

  /**
   * Says a part, by whichever engine can.
   *
   * @return false where somebody wants silence
   */
  private boolean speak(Turn turn, Span span, Purpose purpose, int rate) {
    Delivery delivery = delivery(purpose);
    Failover voices = voices(delivery);
    Set<EngineThread> tried = new HashSet<>();
    while (true) {
      EngineThread engine = voices.choose(span.language(), tried);
      Utterance words = part(turn.utterance(), span, engine, delivery);
      if (engine.engine().playsItself()) {
        soundAlone(turn);
      }
      Synthesis synthesis =
          ahead.takeOrMake(engine, words, own(turn.utterance(), span, delivery, rate));
      if (!turn.begins(synthesis)) {
        return false;
      }
      switch (pump(turn, synthesis, purpose, span.raised() ? RAISED : 1)) {
        case Synthesis.End(var failure) when failure == null -> {
          voices.spoke(engine);
          return true;
        }
        case Synthesis.End(var failure) when failure instanceof UnspeakableTextException -> {
          tried.add(engine);
          voices.unspeakable(engine, span.language(), tried);
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
   * @param purpose whose voice it is
   * @param raise by how much it is to be higher, 1 for not at all
   */
  private Synthesis.Part pump(Turn turn, Synthesis synthesis, Purpose purpose, double raise) {
    Resampled resampled = new Resampled(1);
    while (true) {
      Synthesis.Part part = synthesis.next(patience);
      switch (part) {
        case Synthesis.Sound(var samples, var samplesPerSecond) -> {
          int open = turn.rate().orElse(samplesPerSecond);
          Speaker.Stream stream = turn.stream(speaker, open);
          sound(turn, stream, open);
          stream.voice(purpose);
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
    ahead.forget();
    engines.values().forEach(Failover::close);
  }
}
