package dev.hark.speech.windows;

import dev.hark.fault.Sentence;
import dev.hark.speech.Counted;
import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.Programs;
import dev.hark.speech.RiffSound;
import dev.hark.speech.Skill;
import dev.hark.speech.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Windows: the voices that are installed there speak pieces of text into WAV files, in a PowerShell
 * that stays. Pitch is the voice's own.
 */
public final class WindowsSynthesizer implements Synthesizer {
  /** Name of the engine. */
  public static final String NAME = "windows";

  private static final int USUAL_RATE = 180;
  private static final int FIRST_PIECE = 80;
  private static final int PIECE = 240;

  private final Path program;
  private final String voice;
  private @Nullable WindowsProgram running;
  private @Nullable List<WindowsVoice> voices;

  /**
   * @param program see {@link #find}
   * @param voice a name as Windows lists it; empty for one of the text's language
   */
  public WindowsSynthesizer(Path program, String voice) {
    this.program = program;
    this.voice = voice;
  }

  /**
   * @param environment of the process, for PATH; Windows is known by its variable OS
   */
  public static Optional<Path> find(Map<String, String> environment) {
    if (!environment.getOrDefault("OS", "").equals("Windows_NT")) {
      return Optional.empty();
    }
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    return Programs.find(path, "powershell.exe", "pwsh.exe");
  }

  @Override
  public String name() {
    return NAME;
  }

  private synchronized List<WindowsVoice> known() {
    if (voices == null) {
      try {
        voices = program().voices();
      } catch (IOException e) {
        voices = List.of();
      }
    }
    return voices;
  }

  private synchronized WindowsProgram program() throws IOException {
    WindowsProgram open = running;
    if (open == null || !open.alive()) {
      open = new WindowsProgram(program);
      running = open;
    }
    return open;
  }

  /** Codes of its languages, ISO 639, sorted. */
  public List<String> languages() {
    return known().stream().map(WindowsVoice::language).distinct().sorted().toList();
  }

  /** The names of its voices. */
  public List<String> voices() {
    return known().stream().map(WindowsVoice::name).toList();
  }

  @Override
  public Set<Skill> skills(Locale language) {
    return Set.of(Skill.NUMBERS, Skill.LETTERS, Skill.EMOJI);
  }

  @Override
  public Optional<Sentence> absence() {
    return languages().isEmpty()
        ? Optional.of(Sentence.of("speech.engine-mute", NAME))
        : Optional.empty();
  }

  @Override
  public boolean speaks(Locale language) {
    return languages().contains(language.getLanguage());
  }

  @Override
  public void prepare() {
    known();
  }

  @Override
  public Optional<Sentence> complaint() {
    return voice.isEmpty() || voices().contains(voice)
        ? Optional.empty()
        : Optional.of(Sentence.of("speech.unknown-voice", voice, NAME));
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    Counted counted = new Counted(out);
    try {
      for (String piece : PlainText.pieces(PlainText.clean(text), FIRST_PIECE, PIECE)) {
        RiffSound sound = spoken(piece, speaker(language), rate);
        if (!sound.into(counted) || !out.wanted()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(NAME + " failed", e);
    }
    counted.require(text, NAME);
  }

  /** The one that was asked for, the person's own, or any; always one of the language. */
  private String speaker(Locale language) throws IOException {
    List<String> fit =
        known().stream()
            .filter(candidate -> candidate.language().equals(language.getLanguage()))
            .map(WindowsVoice::name)
            .toList();
    String usual = program().usual();
    return fit.contains(voice) ? voice : fit.contains(usual) ? usual : fit.getFirst();
  }

  private RiffSound spoken(String piece, String speaker, int rate) throws IOException {
    Path file = Files.createTempFile("hark-windows", ".wav");
    try {
      program().speak(piece, speaker, scale(rate), 100, file);
      return RiffSound.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Its scale of -10 to 10 is a third to three times the usual speed. */
  static int scale(int words) {
    double steps = 10 * Math.log((double) words / USUAL_RATE) / Math.log(3);
    return Math.clamp(Math.round(steps), -10, 10);
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
