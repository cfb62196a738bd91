package dev.hark.cli.session;

import dev.hark.audio.Player;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.Setting;
import dev.hark.cli.VoiceChoice;
import dev.hark.cli.output.JsonOutput;
import dev.hark.cli.output.Output;
import dev.hark.cli.output.PlainOutput;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.SpeechQueue;
import dev.hark.watch.CatchRules;
import dev.hark.watch.Catcher;
import dev.hark.watch.Newsfeed;
import dev.hark.watch.Told;
import dev.hark.watch.Watch;
import dev.hark.watch.WatchPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs one watch until somebody stops it: q, Control C, or a number of matches. */
public final class WatchRun {
  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final Context context;
  private final SpeechOptions options;
  private final boolean sound;
  private final Function<Told, List<Map<String, Object>>> json;
  private long left;
  private @Nullable Player player;

  /**
   * @param sound whether a sound comes before what is told
   * @param count stops after so many matches
   * @param json what programs are told
   */
  public WatchRun(
      Context context,
      SpeechOptions options,
      boolean sound,
      long count,
      Function<Told, List<Map<String, Object>>> json) {
    this.context = context;
    this.options = options;
    this.sound = sound;
    this.left = count;
    this.json = json;
  }

  /**
   * Watches, and says so.
   *
   * @param rules how matches are caught; empty to tell only
   */
  public ExitCode run(WatchPlan plan, Optional<CatchRules> rules) {
    Optional<KeyTerminal> terminal = terminal();
    terminal.ifPresent(open -> context.onClose(open::close));
    Output output = output(terminal);
    Watch watch =
        new Watch(
            context.market(),
            () ->
                Newsfeed.of(
                    notices -> context.connection().events(false, Optional.empty(), notices)),
            plan,
            context.journal().watching(),
            rules.map(some -> new Catcher(context.market(), some, context.journal().watching())),
            (told, self) -> {
              if (tell(output, told)) {
                self.stop();
              }
            },
            Clock.systemUTC());
    terminal.ifPresent(open -> open.onInterrupt(watch::stop));
    Thread.ofPlatform()
        .daemon()
        .name("watch-keys")
        .start(() -> listen(terminal, watch, () -> progress(output, "watch.how-to-stop")));
    if (context.environment().terminal().getAsBoolean()) {
      progress(output, "watch.how-to-stop");
    }
    if (terminal.isPresent()) {
      watch.run();
      progress(output, "watch.stopped");
    } else {
      untilSignal(watch, () -> progress(output, "watch.stopped"));
    }
    return ExitCode.OK;
  }

  private static void progress(Output output, String key) {
    if (output instanceof SpokenOutput both) {
      both.progress(Sentence.of(key), Priority.ANSWER);
    } else {
      output.progress(Sentence.of(key));
    }
  }

  /** Where no terminal brings Control C as a key, it ends the process: then that is said too. */
  private static void untilSignal(Watch watch, Runnable goodbye) {
    CountDownLatch over = new CountDownLatch(1);
    Thread atExit =
        new Thread(
            () -> {
              watch.stop();
              if (within(over, LAST_WORDS)) {
                goodbye.run();
              }
            },
            "watch-stop");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      watch.run();
    } finally {
      over.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException _) {
        // The process ends already, and the hook says so.
      }
    }
  }

  private static boolean within(CountDownLatch over, Duration bound) {
    try {
      return over.await(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether it was the last that is wanted. */
  private boolean tell(Output output, Told told) {
    if (output instanceof JsonOutput) {
      json.apply(told).forEach(object -> output.result(object, List.of()));
    } else if (told instanceof Told.State && !(output instanceof SpokenOutput)) {
      told.sentences().forEach(output::progress);
    } else {
      if (player != null && !(told instanceof Told.State)) {
        player.toStart();
        player.play();
      }
      told.sentences().forEach(output::say);
    }
    if (told instanceof Told.Matches(var at, var matches)) {
      left -= matches.size();
    }
    return left <= 0;
  }

  private Optional<KeyTerminal> terminal() {
    boolean dumb = context.environment().variable("TERM").filter("dumb"::equals).isPresent();
    return context.output() instanceof JsonOutput
            || dumb
            || !context.environment().terminal().getAsBoolean()
        ? Optional.empty()
        : KeyTerminal.open();
  }

  private Output output(Optional<KeyTerminal> terminal) {
    if (context.output() instanceof JsonOutput) {
      return context.output();
    }
    PlainOutput written =
        terminal
            .map(open -> new PlainOutput(context.wording(), open::line, open::line))
            .orElseGet(
                () ->
                    new PlainOutput(
                        context.wording(),
                        context.environment().out(),
                        context.environment().err()));
    boolean speaks =
        options.speak != options.noSpeak
            ? options.speak
            : context.settings().get(Setting.SPEECH).map("self"::equals).orElse(false);
    boolean sounds =
        sound
            && (speaks
                || options.soundTo != null
                || context.environment().terminal().getAsBoolean());
    if (!speaks && !sounds) {
      return written;
    }
    SoundNews news = new SoundNews(written);
    Sounding sounding = Sounding.open(context, Optional.ofNullable(options.soundTo), news);
    context.onClose(sounding::close);
    context.onClose(news::close);
    // A voice that is loaded only now may have something to tell.
    context.onClose(sounding::lastWords);
    if (sounds) {
      Player made = sounding.player();
      made.load(Chime.clip());
      player = made;
    }
    if (!speaks) {
      return written;
    }
    SpeechQueue speech =
        sounding.speak(VoiceChoice.usable(context, news), context.environment().variables());
    SpokenOutput both = new SpokenOutput(written, context.wording(), speech::say);
    news.sayBy(both);
    return both;
  }

  private void listen(Optional<KeyTerminal> terminal, Watch watch, Runnable otherKey) {
    try {
      if (terminal.isPresent()) {
        keys(terminal.get().keys(), watch, otherKey);
      } else {
        lines(watch);
      }
    } catch (IOException _) {
      // Nobody can type any more; a signal stops it still.
    }
  }

  private static void keys(KeyReader keys, Watch watch, Runnable otherKey) throws IOException {
    while (true) {
      switch (keys.next(GLANCE)) {
        case Key.Letter(int c) when c == 'q' || c == 'Q' -> {
          watch.stop();
          return;
        }
        case Key.End _ -> {
          watch.stop();
          return;
        }
        case Key.Nothing _ -> {}
        default -> otherKey.run();
      }
    }
  }

  /** The end of the input stops nothing: whoever reads along may have none. */
  private void lines(Watch watch) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(context.environment().in(), StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().toLowerCase(Locale.ROOT).startsWith("q")) {
        watch.stop();
        return;
      }
    }
  }
}
