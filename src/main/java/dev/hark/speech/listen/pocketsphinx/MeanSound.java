package dev.hark.speech.listen.pocketsphinx;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the voice that spoke last sounds on the whole, at this microphone. PocketSphinx takes that
 * off what it hears; it begins with that of an average voice, and mishears until it has adapted. A
 * file beside the model's own tells it at the next start. Used by one thread.
 */
final class MeanSound implements AutoCloseable {
  private static final Logger LOG = System.getLogger(MeanSound.class.getName());
  private static final String OPTION = "-cmninit";

  private @Nullable Path file;

  /** Parameters with the mean in them; empty where no voice is known. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Keeps what was told.
   *
   * @return false where there is nothing, or it cannot be kept
   */
  boolean learn(PocketLog told) {
    String model = told.model();
    if (model == null || told.mean().isEmpty()) {
      return false;
    }
    try {
      List<String> others = Files.readAllLines(Path.of(model, "feat.params"));
      if (file == null) {
        file = Files.createTempFile("hark-voice", ".params");
        // A session may end without closing its recognisers.
        file.toFile().deleteOnExit();
      }
      Files.write(
          file,
          Stream.concat(
                  others.stream().filter(line -> !line.startsWith(OPTION)),
                  Stream.of(OPTION + " " + words(told.mean())))
              .toList());
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the mean sound of a voice cannot be kept", e);
      return false;
    }
  }

  private static String words(List<Double> mean) {
    return mean.stream()
        .map(number -> String.format(Locale.ROOT, "%.2f", number))
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a temporary file stays", e);
    }
    file = null;
  }
}
