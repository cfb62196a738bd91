package dev.hark.cli.session;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.Setting;
import dev.hark.cli.VoiceChoice;
import dev.hark.cli.Watching;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.output.Earcons;
import dev.hark.cli.output.Output;
import dev.hark.cli.output.PlainOutput;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Choice;
import dev.hark.market.Marketplace;
import dev.hark.market.hub.HubAccounts;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import dev.hark.speech.VoiceProfile;
import dev.hark.work.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one session from greeting to goodbye. The hub starts while the greeting is said, so that
 * something is heard at once.
 */
public final class SessionRun {
  private final Context context;
  private final SpeechOptions options;
  private final HearingOptions hearing;
  private final boolean byLines;
  private final CompletableFuture<Connection> connecting;
  private @Nullable SpokenAnswers spoken;
  private @Nullable SpeechQueue queue;
  private @Nullable SpokenOutput speaking;

  /**
   * @param byLines lines even where single keys could be read
   * @param connect reaches the hub; called on another thread, at once
   */
  public SessionRun(
      Context context,
      SpeechOptions options,
      HearingOptions hearing,
      boolean byLines,
      Supplier<Connection> connect) {
    this.context = context;
    this.options = options;
    this.hearing = hearing;
    this.byLines = byLines;
    this.connecting =
        CompletableFuture.supplyAsync(
            connect, task -> Thread.ofPlatform().daemon().name("connect").start(task));
  }

  /**
   * @param choice made once the person has been asked what they can; says what cannot be used
   */
  public ExitCode run(Function<Consumer<Sentence>, Choice> choice) {
    context.onClose(() -> connecting.whenComplete((made, _) -> close(made)).isDone());
    Optional<KeyTerminal> terminal = terminal();
    terminal.ifPresent(open -> context.onClose(open::close));
    Output written =
        terminal
            .<Output>map(t -> new PlainOutput(context.wording(), t::line, t::line))
            .orElseGet(context::output);
    LineSource in =
        LineSource.of(
            new BufferedReader(
                new InputStreamReader(context.environment().in(), StandardCharsets.UTF_8)));
    Asker asker = terminal.map(Asker::keys).orElseGet(() -> Asker.lines(in));
    SoundNews news = new SoundNews(written);
    Sounding sounding = Sounding.open(context, Optional.ofNullable(options.soundTo), news);
    context.onClose(sounding::close);
    context.onClose(news::close);
    // A voice that is loaded only now may have something to tell.
    context.onClose(sounding::lastWords);

    Output output = speaking().orElse(false) ? speak(written, sounding, news) : written;
    Teller greeter = new Teller(output, spoken);
    greet(greeter);
    Teller teller = ask(greeter, written, sounding, news, asker);
    Connection connection = connected();
    connection.rateBy(context::ratings);
    Workplace workplace =
        new Workplace(
            connection,
            context.folders(),
            sounding.player(),
            choice.apply(sentence -> teller.say(sentence, Priority.ALERT)),
            teller,
            new Workplace.WatchTerms(
                Watching.rest(context), Watching.hours(context, Optional.empty(), Setting.QUIET)),
            EarSettings.of(context.settings()));
    context.onClose(workplace::close);
    Hearing ear = Hearing.of(context, hearing, workplace.session(), teller, sounding);
    context.onClose(ear::close);
    workplace.session().start();
    teller.answered();
    ear.start();
    return front(workplace, teller, terminal, ear.lines(in), ear);
  }

  private ExitCode front(
      Workplace workplace,
      Teller teller,
      Optional<KeyTerminal> terminal,
      LineSource in,
      Hearing ear) {
    ActionWords words = new ActionWords(context.wording());
    if (terminal.isPresent()) {
      KeyFront front =
          new KeyFront(
              workplace.session(),
              words,
              terminal.get(),
              teller,
              typed(workplace.session(), teller, ear.sounding()));
      return front.run() ? ExitCode.OK : ExitCode.INTERRUPTED;
    }
    FrontWords frontWords =
        new FrontWords(context.wording(), ear.sounding().player(), ear::await, teller);
    new LineFront(workplace.session(), words, in, teller, frontWords).run();
    return ExitCode.OK;
  }

  private Optional<KeyTerminal> terminal() {
    boolean dumb = context.environment().variable("TERM").filter("dumb"::equals).isPresent();
    return byLines || dumb || !context.environment().terminal().getAsBoolean()
        ? Optional.empty()
        : KeyTerminal.open();
  }

  /** Whether Hark speaks, where that is known. */
  private Optional<Boolean> speaking() {
    if (options.speak != options.noSpeak) {
      return Optional.of(options.speak);
    }
    return context.settings().get(Setting.SPEECH).map("self"::equals);
  }

  private Output speak(Output written, Sounding sounding, SoundNews news) {
    if (!(written instanceof PlainOutput plain)) {
      return written;
    }
    SpokenOutput already = speaking;
    if (already != null) {
      return already;
    }
    Map<Purpose, VoiceProfile> voices = VoiceChoice.usable(context, news);
    SpeechQueue started = sounding.speak(voices, context.environment().variables());
    SpokenAnswers answers = new SpokenAnswers(started);
    queue = started;
    spoken = answers;
    boolean sounds = Objects.requireNonNull(voices.get(Purpose.INTERFACE)).sounds();
    Earcons earcons = new Earcons(context.settings().yes(Setting.SOUNDS, sounds));
    SpokenOutput both = new SpokenOutput(plain, context.wording(), answers, earcons);
    speaking = both;
    news.sayBy(both);
    return both;
  }

  private void greet(Teller teller) {
    teller.say(greeting(), Priority.ALERT);
  }

  private Sentence greeting() {
    if (context.hub().isEmpty()) {
      return Sentence.of("cli.greeting-demo");
    }
    try (HubAccounts hub = new HubAccounts(connected().address())) {
      Marketplace.About about = hub.about();
      return Sentence.of(
          about.demo() ? "cli.greeting-demo-elsewhere" : "cli.greeting", about.name());
    }
  }

  /** Asks what is not known yet; gives back how to tell from then on. */
  private Teller ask(
      Teller teller, Output written, Sounding sounding, SoundNews news, Asker asker) {
    Consumer<Sentence> say =
        sentence -> {
          teller.say(sentence, Priority.ANSWER);
          teller.answered();
        };
    FirstStart first =
        new FirstStart(
            context.settings(), say, asker, question -> aloud(question, written, sounding, news));
    if (context.settings().get(Setting.SEES).isEmpty()) {
      context.settings().assume(Setting.SEES, first.sees() ? "yes" : "no");
    }
    boolean speaks = speaking().isPresent() ? speaking().get() : first.speaks();
    if (!speaks) {
      news.onlyWrite();
    }
    if (speaks == teller.speaks()) {
      return teller;
    }
    if (!speaks) {
      return new Teller(written, null);
    }
    return new Teller(speak(written, sounding, news), spoken);
  }

  private void aloud(Sentence question, Output written, Sounding sounding, SoundNews news) {
    if (speaking().orElse(true)) {
      Output heard = speak(written, sounding, news);
      SpeechQueue started = queue;
      if (started != null && heard instanceof SpokenOutput) {
        started.say(
            new Utterance(
                context.wording().say(question), context.wording().locale(), Priority.ANSWER));
      }
    }
  }

  /** Says what is typed, where Hark speaks and no recording plays. */
  private Consumer<Sentence> typed(Session session, Teller teller, Sounding sounding) {
    SpokenOutput speech = speaking;
    if (speech == null || !teller.speaks()) {
      return _ -> {};
    }
    return typed -> {
      if (!sounding.player().playing()) {
        speech.echo(typed, session.language());
      }
    };
  }

  private Connection connected() {
    try {
      return connecting.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case Fault fault -> throw fault;
        case RuntimeException other -> throw other;
        case null, default -> throw e;
      }
    }
  }

  private static void close(@Nullable Connection made) {
    if (made != null) {
      made.close();
    }
  }
}
