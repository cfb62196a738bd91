package dev.hark.speech.dispatcher;

import dev.hark.fault.Sentence;
import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.Skill;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.UnspeakableTextException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Speech Dispatcher, so that Hark speaks with the voice of the person's screen reader. It plays on
 * the person's own device; its events tell when a text begins and ends.
 */
public final class DispatcherSynthesizer implements Synthesizer {
  /** Name of the engine. */
  public static final String NAME = "speech-dispatcher";

  /** A server that begins with the person's desktop has no voice before its modules are there. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private static final int FIRST_PIECE = 200;
  private static final int PIECE = 400;

  private final DispatcherServer server;
  private final DispatcherSettings settings;
  private final Duration askAgain;
  private @Nullable DispatcherVoices voices;
  private long asked;
  private boolean asking;
  private @Nullable SsipConnection connection;

  /**
   * @param environment of the process, to find the server and to start it
   */
  public DispatcherSynthesizer(Map<String, String> environment, DispatcherSettings settings) {
    this(environment, settings, ASK_AGAIN);
  }

  /**
   * @param askAgain how long a server that has no voice is left alone before it is asked again
   */
  DispatcherSynthesizer(
      Map<String, String> environment, DispatcherSettings settings, Duration askAgain) {
    this.server = new DispatcherServer(environment);
    this.settings = settings;
    this.askAgain = askAgain;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean playsItself() {
    return true;
  }

  /** Codes of the languages that the server's voices speak; none where it cannot be reached. */
  public List<String> languages() {
    return List.copyOf(voices().languages());
  }

  /** Waits for the first answer only. */
  private synchronized DispatcherVoices voices() {
    DispatcherVoices known = voices == null ? ask() : voices;
    if (voices == null) {
      take(known);
    } else if (known.languages().isEmpty()
        && !asking
        && System.nanoTime() - asked > askAgain.toNanos()) {
      asking = true;
      Thread.ofPlatform().daemon().name("speech server").start(() -> take(ask()));
    }
    return known;
  }

  private synchronized void take(DispatcherVoices found) {
    voices = found;
    asked = System.nanoTime();
    asking = false;
  }

  private DispatcherVoices ask() {
    try {
      return DispatcherVoices.of(server.running());
    } catch (IOException e) {
      System.getLogger(NAME).log(System.Logger.Level.DEBUG, e);
      return new DispatcherVoices(Set.of(), Set.of());
    }
  }

  /** All: the person has rules of their own there. */
  @Override
  public Set<Skill> skills(Locale language) {
    return Skill.all();
  }

  @Override
  public Optional<Sentence> absence() {
    return voices().languages().isEmpty()
        ? Optional.of(Sentence.of("speech.engine-mute", NAME))
        : Optional.empty();
  }

  @Override
  public boolean speaks(Locale language) {
    return voices().languages().contains(language.getLanguage());
  }

  @Override
  public void prepare() {
    try {
      voices();
      connected();
    } catch (IOException e) {
      throw new IllegalStateException(NAME + " cannot be reached", e);
    }
  }

  @Override
  public Optional<Sentence> complaint() {
    String voice = settings.voice();
    return voice.isEmpty() || voices().names().isEmpty() || voices().names().contains(voice)
        ? Optional.empty()
        : Optional.of(Sentence.of("speech.unknown-voice", voice, NAME));
  }

  private SsipConnection connected() throws IOException {
    SsipConnection open = connection;
    if (open == null) {
      open = new SsipConnection(server.running(), server.user());
      open.ask("SET SELF PRIORITY MESSAGE");
      connection = open;
    }
    return open;
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    List<String> pieces = PlainText.pieces(PlainText.clean(text), FIRST_PIECE, PIECE);
    try {
      SsipConnection open = connected();
      for (String command : settings.commands(language, rate)) {
        open.ask(command);
      }
      out.onStop(() -> stop(open));
      new DispatcherTalk(open, pieces, rate, out).run();
    } catch (UnspeakableTextException e) {
      throw e;
    } catch (IOException | IllegalStateException e) {
      close();
      if (out.wanted()) {
        throw new IllegalStateException(NAME + " failed", e);
      }
    }
  }

  private static void stop(SsipConnection open) {
    try {
      open.tell("CANCEL SELF");
    } catch (IOException e) {
      open.close();
    }
  }

  /** Ends the connection, and with it what the server still has to say. */
  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
