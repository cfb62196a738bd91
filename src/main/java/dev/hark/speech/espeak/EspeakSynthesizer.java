package dev.hark.speech.espeak;

import dev.hark.fault.Sentence;
import dev.hark.speech.Counted;
import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.Programs;
import dev.hark.speech.RiffSound;
import dev.hark.speech.Skill;
import dev.hark.speech.Synthesizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * eSpeak NG: many languages, Dutch among them; a process for each utterance, whose text it reads
 * from its standard input. From the first utterance on one is ready for the next.
 */
public final class EspeakSynthesizer implements Synthesizer {
  static final String NAME = "espeak-ng";

  /** What it reads well by itself. */
  static final Set<Skill> SKILLS = Set.of(Skill.NUMBERS, Skill.LETTERS, Skill.EMOJI);

  private static final Logger LOG = System.getLogger(EspeakSynthesizer.class.getName());
  private static final int SLOWEST = 80;
  private static final int FASTEST = 900;
  private static final int CHUNK = 320;

  private final Path program;
  private final EspeakVoice voice;
  private final int pitch;
  private final EspeakReserve reserve = new EspeakReserve();
  private @Nullable List<String> languages;

  /**
   * @param program see {@link #find}
   * @param voice whose voice
   * @param pitch percent of the voice's own, 50 to 200
   */
  public EspeakSynthesizer(Path program, EspeakVoice voice, int pitch) {
    this.program = program;
    this.voice = voice;
    this.pitch = Math.clamp(pitch, 50, 200);
  }

  /**
   * Looks for {@code espeak-ng}, then {@code espeak}.
   *
   * @param path folders as in the variable PATH
   */
  public static Optional<Path> find(String path) {
    return Programs.find(path, "espeak-ng", "espeak-ng.exe", "espeak");
  }

  private static List<String> languages(Path program) {
    List<String> codes = new ArrayList<>();
    try {
      String list = Programs.printed(List.of(program.toString(), "--voices"));
      for (String line : list.split("\\R", -1)) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length > 1 && columns[0].matches("\\d+")) {
          codes.add(columns[1].replaceAll("-.*", ""));
        }
      }
    } catch (IOException e) {
      // A program that cannot run speaks no language.
      codes.clear();
    }
    return List.copyOf(codes);
  }

  /** Words a minute within what it can do. */
  static int speed(int rate) {
    return Math.clamp(rate, SLOWEST, FASTEST);
  }

  /** Percent of a voice's own pitch on its scale, 0 to 99. */
  static int height(int percent) {
    return Math.clamp(percent / 2, 0, 99);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Codes of the languages that the program lists; it is asked once. */
  public synchronized List<String> languages() {
    if (languages == null) {
      languages = languages(program);
    }
    return languages;
  }

  @Override
  public Set<Skill> skills(Locale language) {
    return SKILLS;
  }

  /** It tells by ending in failure whether it knows a voice. */
  @Override
  public Optional<Sentence> complaint() {
    if (voice.name().isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> question = List.of(program.toString(), "-q", "-v", voice.name(), "");
      return Programs.succeeds(question)
          ? Optional.empty()
          : Optional.of(Sentence.of("speech.unknown-voice", voice.name(), NAME));
    } catch (IOException e) {
      throw new IllegalStateException(NAME + " failed", e);
    }
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
  public void speak(String text, Locale language, int rate, Pcm out) {
    String own = voice.of(language);
    Counted counted = new Counted(out);
    say(text, own, rate, counted);
    if (counted.lacks(text) && !own.equals(language.getLanguage())) {
      say(text, language.getLanguage(), rate, counted);
    }
    counted.require(text, NAME);
  }

  private void say(String text, String voiceName, int rate, Pcm out) {
    List<String> command =
        List.of(
            program.toString(),
            "--stdin",
            "--stdout",
            "-b",
            "1",
            "-v",
            voiceName,
            "-s",
            Integer.toString(speed(rate)),
            "-p",
            Integer.toString(height(pitch)));
    try {
      Optional<Process> ready = reserve.take(command);
      // One that waited may have been ended by somebody meanwhile.
      if ((ready.isEmpty() || !said(ready.get(), text, out, command)) && out.wanted()) {
        var _ = said(Programs.start(command), text, out, command);
      }
    } catch (IOException e) {
      if (out.wanted()) {
        throw new IllegalStateException(name() + " failed", e);
      }
    }
  }

  /**
   * Whether it gave any sound; it is ended.
   *
   * @throws IOException where that was no sound, or ended before all was said
   */
  private boolean said(Process process, String text, Pcm out, List<String> command)
      throws IOException {
    out.onStop(process::destroy);
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(PlainText.clean(text).getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended before it read all; what it gave so far tells whether that matters.
        LOG.log(Level.DEBUG, NAME, e);
      }
      return hand(process, out, () -> reserve.prepare(command));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      process.destroy();
    }
  }

  private static void requireWell(Process process) throws IOException, InterruptedException {
    if (process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() != 0) {
      throw new IOException("it ended with " + process.exitValue());
    }
  }

  /**
   * Hands on what follows the 44 bytes of a streamed WAV header.
   *
   * @param begun is run once the first sound was handed on
   * @return whether there was any
   */
  private static boolean hand(Process process, Pcm out, Runnable begun)
      throws IOException, InterruptedException {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      byte[] header = in.readNBytes(44);
      if (header.length < 44) {
        return false;
      }
      int rate = RiffSound.streamed(header);
      short[] samples = new short[CHUNK];
      boolean wanted = true;
      boolean first = true;
      byte[] bytes = in.readNBytes(CHUNK * 2);
      while (wanted && bytes.length > 1) {
        int length = bytes.length / 2;
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer()
            .get(samples, 0, length);
        wanted = out.write(samples, length, rate);
        if (first) {
          begun.run();
          first = false;
        }
        bytes = in.readNBytes(CHUNK * 2);
      }
      if (!first && wanted && out.wanted()) {
        requireWell(process);
      }
      return !first;
    }
  }

  @Override
  public void close() {
    reserve.close();
  }
}
