package dev.hark.speech.espeak;

import dev.hark.speech.Pcm;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.UnspeakableTextException;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * eSpeak NG: many languages, Dutch among them; a process for each utterance, whose text it reads
 * from its standard input.
 */
public final class EspeakSynthesizer implements Synthesizer {
  private static final int SLOWEST = 80;
  private static final int FASTEST = 900;
  private static final int CHUNK = 320;

  private final Path program;
  private final String voice;
  private final int pitch;
  private final List<String> languages;

  /**
   * Asks the program for its languages.
   *
   * @param program see {@link #find}
   * @param voice a voice or variant of its own, such as {@code nl} or {@code en+f3}; empty to go by
   *     the language of the text
   * @param pitch percent of the voice's own, 50 to 200
   */
  public EspeakSynthesizer(Path program, String voice, int pitch) {
    this.program = program;
    this.voice = voice;
    this.pitch = Math.clamp(pitch, 50, 200);
    this.languages = languages(program);
  }

  /**
   * Looks for {@code espeak-ng}, then {@code espeak}.
   *
   * @param path folders as in the variable PATH
   */
  public static Optional<Path> find(String path) {
    for (String name : List.of("espeak-ng", "espeak-ng.exe", "espeak")) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        Path candidate = folder.isBlank() ? Path.of(name) : Path.of(folder, name);
        if (!folder.isBlank() && Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> languages(Path program) {
    List<String> codes = new ArrayList<>();
    try {
      Process process = start(program, List.of("--voices"));
      process.getOutputStream().close();
      byte[] list = readBounded(process);
      for (String line : new String(list, StandardCharsets.UTF_8).split("\\R", -1)) {
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

  private static byte[] readBounded(Process process) throws IOException {
    // A read does not end before the process does.
    Thread.ofVirtual().start(() -> endAfterPatience(process));
    try (InputStream in = process.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private static void endAfterPatience(Process process) {
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static Process start(Path program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Override
  public String name() {
    return "espeak-ng";
  }

  /** The languages that the program listed. */
  public List<String> languages() {
    return languages;
  }

  @Override
  public boolean speaks(Locale language) {
    return languages.contains(language.getLanguage());
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    List<String> arguments =
        List.of(
            "--stdin",
            "--stdout",
            "-b",
            "1",
            "-v",
            voice.isEmpty() ? language.getLanguage() : voice,
            "-s",
            Integer.toString(Math.clamp(rate, SLOWEST, FASTEST)),
            "-p",
            Integer.toString(Math.clamp(pitch / 2, 0, 99)));
    try {
      Process process = start(program, arguments);
      try {
        try (OutputStream in = process.getOutputStream()) {
          in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        long samples = hand(process, out);
        if (samples == 0 && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
          throw new UnspeakableTextException(name());
        }
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new IllegalStateException(name() + " failed", e);
    }
  }

  /** Hands on what follows the 44 bytes of a streamed WAV header. */
  private static long hand(Process process, Pcm out) throws IOException {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      byte[] header = in.readNBytes(44);
      if (header.length < 44) {
        return 0;
      }
      int rate = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(24);
      short[] samples = new short[CHUNK];
      long count = 0;
      boolean wanted = true;
      byte[] bytes = in.readNBytes(CHUNK * 2);
      while (wanted && bytes.length > 1) {
        int length = bytes.length / 2;
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer()
            .get(samples, 0, length);
        count += length;
        wanted = out.write(samples, length, rate);
        bytes = in.readNBytes(CHUNK * 2);
      }
      return count;
    }
  }

  @Override
  public void close() {}
}
