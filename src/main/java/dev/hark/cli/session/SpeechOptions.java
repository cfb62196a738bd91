package dev.hark.cli.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about who speaks and where sound goes. */
public final class SpeechOptions {
  @Option(names = "--speak", description = "cli.option.speak")
  public boolean speak;

  @Option(names = "--no-speak", description = "cli.option.no-speak")
  public boolean noSpeak;

  @Option(names = "--sound-to", paramLabel = "DIR", description = "cli.option.sound-to")
  public @Nullable Path soundTo;
}
