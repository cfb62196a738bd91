package dev.hark.audio.files;

import dev.hark.audio.SoundOutput;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes what would have been heard: {@code 0001-speech.wav}, {@code 0002-task.wav} and so on, and
 * in {@code heard.txt} a line for each: the file, its seconds and, for speech, its words. Takes no
 * longer than the writing. Numbers go on where an earlier session in the same folder stopped.
 */
public final class FilesOutput implements SoundOutput {
  private final Path folder;
  private final Consumer<Sentence> news;
  private final AtomicInteger number;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * @param folder made where it is not there
   * @param news hears once of a disk that is full
   * @throws Fault.Storage where it cannot be made
   */
  public FilesOutput(Path folder, Consumer<Sentence> news) {
    this.folder = folder;
    this.news = news;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        number = new AtomicInteger(files.mapToInt(FilesOutput::numberOf).max().orElse(0));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault.Storage(Sentence.of("audio.unwritable", folder.toString()), e);
    }
  }

  private static int numberOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("\\d{4,8}-(speech|task)\\.wav")
        ? Integer.parseInt(name.substring(0, name.indexOf('-')))
        : 0;
  }

  @Override
  public Kind kind() {
    return Kind.FILES;
  }

  @Override
  public Voice open(int rate, Track track, String words) {
    String name =
        String.format(
            Locale.ROOT,
            "%04d-%s.wav",
            number.incrementAndGet(),
            track.name().toLowerCase(Locale.ROOT));
    return new WavVoice(
        folder.resolve(name), rate, this::failed, (samples) -> note(name, samples, rate, words));
  }

  private synchronized void note(String name, long samples, int rate, String words) {
    String line =
        String.format(Locale.ROOT, "%s %.1f s %s", name, (double) samples / rate, words).strip();
    try {
      Files.writeString(
          folder.resolve("heard.txt"),
          line.replaceAll("\\R", " ") + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      failed();
    }
  }

  private void failed() {
    if (failed.compareAndSet(false, true)) {
      news.accept(Sentence.of("audio.unwritable", folder.toString()));
    }
  }

  @Override
  public void close() {}
}
