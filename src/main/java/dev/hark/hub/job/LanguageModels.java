package dev.hark.hub.job;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.transcript.ArpaFile;
import dev.hark.transcript.LanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Models of languages that the operator gives a hub: files such as {@code en.arpa} in the folder
 * {@code language-models} of its data directory, which are read when it starts. They count when
 * answers are merged, beside them. Immutable.
 */
public final class LanguageModels {
  public static final LanguageModels NONE = new LanguageModels(Map.of());

  static final String FOLDER = "language-models";
  static final int MOST = 20;
  static final long MOST_MEGABYTES = 1_000;

  private static final String END = ".arpa";
  private static final long MEGABYTE = 1_000_000;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Map<String, LanguageModel> models;

  private LanguageModels(Map<String, LanguageModel> models) {
    this.models = Map.copyOf(models);
  }

  /**
   * Reads those of a hub; none where it has no such folder.
   *
   * @throws Fault.BadFile where one cannot be read, is none (with its line), or is named after no
   *     language, or where they are too many or too large
   */
  public static LanguageModels read(Path dataDirectory) {
    Path folder = dataDirectory.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    List<Path> files;
    long bytes = 0;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(LanguageModels::isModel).sorted().toList();
      for (Path file : files) {
        bytes += Files.size(file);
      }
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("server.models-unreadable", folder.toString()), e);
    }
    if (files.size() > MOST) {
      throw new Fault.BadFile(
          Sentence.of("server.models-many", folder.toString(), files.size(), MOST), null);
    }
    if (bytes > MOST_MEGABYTES * MEGABYTE) {
      throw new Fault.BadFile(
          Sentence.of("server.models-large", folder.toString(), bytes / MEGABYTE, MOST_MEGABYTES),
          null);
    }
    Map<String, LanguageModel> models = new HashMap<>();
    files.forEach(file -> models.put(language(file), ArpaFile.read(file)));
    return new LanguageModels(models);
  }

  private static boolean isModel(Path file) {
    return file.toString().endsWith(END);
  }

  private static String language(Path file) {
    String name = String.valueOf(file.getFileName());
    String language = name.substring(0, name.length() - END.length());
    if (!LANGUAGES.contains(language)) {
      throw new Fault.BadFile(Sentence.of("server.model-name", file.toString()), null);
    }
    return language;
  }

  /**
   * The model of a language.
   *
   * @param language such as {@code en}, whatever the country
   */
  Optional<LanguageModel> of(String language) {
    return Optional.ofNullable(models.get(language));
  }
}
