package dev.hark.cli.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what Hark hears. */
public final class HearingOptions {
  @Option(names = "--voice", description = "cli.option.voice-commands")
  public boolean handsFree;

  @Option(names = "--sound-from", paramLabel = "FILE", description = "cli.option.sound-from")
  public @Nullable Path soundFrom;
}
