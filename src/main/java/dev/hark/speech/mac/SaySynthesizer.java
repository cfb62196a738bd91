package dev.hark.speech.mac;

import dev.hark.fault.Sentence;
import dev.hark.speech.Counted;
import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.Programs;
import dev.hark.speech.RiffSound;
import dev.hark.speech.Skill;
import dev.hark.speech.Synthesizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * macOS: {@code say} reads a piece of text from its standard input and writes a WAV file. Pieces
 * are short, so that the first is heard soon. Pitch is the voice's own.
 */
public final class SaySynthesizer implements Synthesizer {
  /** Name of the engine. */
  public static final String NAME = "say";

  private static final int SAMPLE_RATE = 22_050;
  private static final int SLOWEST = 80;
  private static final int FASTEST = 600;
  private static final int FIRST_PIECE = 80;
  private static final int PIECE = 240;
  private static final long PATIENCE_SECONDS = 4;

  private final SayVoices voices;
  private final Path program;
  private final String voice;

  /**
   * @param program see {@link #find}
   * @param voice a name of its own; empty for one of the text's language
   * @param own language of the system: its texts are spoken by the voice that the person chose
   *     there
   */
  public SaySynthesizer(Path program, String voice, Locale own) {
    this.program = program;
    this.voice = voice;
    this.voices = new SayVoices(program, own);
  }

  /**
   * @param environment of the process, for PATH
   */
  public static Optional<Path> find(Map<String, String> environment) {
    return Programs.find(environment.getOrDefault("PATH", ""), NAME);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Codes of its languages, ISO 639, sorted. */
  public List<String> languages() {
    return voices.languages();
  }

  /** The names of its voices. */
  public List<String> voices() {
    return voices.names();
  }

  @Override
  public Set<Skill> skills(Locale language) {
    return Set.of(Skill.NUMBERS, Skill.LETTERS, Skill.EMOJI);
  }

  @Override
  public Optional<Sentence> absence() {
    return voices.languages().isEmpty()
        ? Optional.of(Sentence.of("speech.engine-mute", NAME))
        : Optional.empty();
  }

  @Override
  public boolean speaks(Locale language) {
    return voices.languages().contains(language.getLanguage());
  }

  @Override
  public void prepare() {
    voices.languages();
  }

  @Override
  public Optional<Sentence> complaint() {
    return voice.isEmpty() || voices.names().contains(voice)
        ? Optional.empty()
        : Optional.of(Sentence.of("speech.unknown-voice", voice, NAME));
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    String clean = PlainText.clean(text).replace("[[", "[ [");
    Optional<String> speaker = voices.speaker(voice, language);
    Counted counted = new Counted(out);
    try {
      for (String piece : PlainText.pieces(clean, FIRST_PIECE, PIECE)) {
        RiffSound sound = spoken(piece, speaker, rate, out);
        if (!sound.into(counted) || !out.wanted()) {
          return;
        }
      }
    } catch (IOException e) {
      if (!out.wanted()) {
        return;
      }
      throw new IllegalStateException(NAME + " failed", e);
    }
    counted.require(text, NAME);
  }

  private RiffSound spoken(String piece, Optional<String> speaker, int rate, Pcm out)
      throws IOException {
    Path file = Files.createTempFile("hark-say", ".wav");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  program.toString(),
                  "-o",
                  file.toString(),
                  "--file-format=WAVE",
                  "--data-format=LEI16@" + SAMPLE_RATE,
                  "-r",
                  Integer.toString(Math.clamp(rate, SLOWEST, FASTEST))));
      speaker.ifPresent(name -> command.addAll(List.of("-v", name)));
      command.addAll(List.of("-f", "-"));
      Process process = Programs.start(command);
      out.onStop(process::destroy);
      try (OutputStream in = process.getOutputStream()) {
        in.write(piece.getBytes(StandardCharsets.UTF_8));
      }
      end(process);
      return RiffSound.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void end(Process process) throws IOException {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("it did not end well");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  @Override
  public void close() {}
}
