package dev.hark.cli.command;

import dev.hark.transcript.ArpaFile;
import dev.hark.transcript.CrowdFile;
import dev.hark.transcript.Merger;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Answers of a crowd in a file, and what is known of their language. */
final class CrowdOptions {
  @Option(
      names = "--crowd",
      required = true,
      paramLabel = "FILE",
      description = "transcript.option.crowd")
  private @Nullable Path crowd;

  @Option(names = "--language", paramLabel = "TAG", description = "transcript.option.language")
  private String language = "en";

  @Option(
      names = "--language-model",
      paramLabel = "FILE",
      description = "transcript.option.language-model")
  private @Nullable Path model;

  /** The answers, in the words of their language. */
  CrowdFile read() {
    return read(Locale.forLanguageTag(language));
  }

  /** The answers, in words as a language has them. */
  CrowdFile read(Locale spoken) {
    return CrowdFile.read(Objects.requireNonNull(crowd), spoken);
  }

  Merger.Merged merge(CrowdFile answers) {
    return model == null
        ? Merger.merge(answers.pieces())
        : Merger.merge(answers.pieces(), ArpaFile.read(model));
  }
}
