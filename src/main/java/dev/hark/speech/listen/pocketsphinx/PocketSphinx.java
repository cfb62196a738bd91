package dev.hark.speech.listen.pocketsphinx;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * PocketSphinx: free speech in English, four times faster than it is spoken. A process for each
 * piece of speech, which is fed while somebody speaks; what is understood is told at each pause.
 * How a voice sounds on the whole is kept for the next piece.
 */
public final class PocketSphinx implements Recognizer {
  private static final Path INPUT = Path.of("/dev/stdin");

  private final Path program;
  private final Duration patience;
  private final MeanSound mean = new MeanSound();

  /**
   * @param program see {@link #find}
   * @param patience how long it may take once nothing more is said
   */
  public PocketSphinx(Path program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /**
   * Looks for {@code pocketsphinx_continuous}.
   *
   * @param path folders as in the variable PATH
   */
  public static Optional<Path> find(String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, "pocketsphinx_continuous");
      if (!folder.isBlank() && Files.isExecutable(candidate) && Files.exists(INPUT)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  @Override
  public String name() {
    return "pocketsphinx";
  }

  @Override
  public boolean understands(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public Hearing begin(Consumer<Hypothesis> partial) {
    return new PocketHearing(this::start, mean, partial);
  }

  private PocketRun start(Consumer<Hypothesis> partial) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "-infile", INPUT.toString(), "-time", "yes"));
    mean.file().ifPresent(file -> command.addAll(List.of("-featparams", file.toString())));
    try {
      return new PocketRun(new ProcessBuilder(command).start(), patience, partial);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("listen.engine-broken", name()), e);
    }
  }

  @Override
  public void close() {
    mean.close();
  }
}
