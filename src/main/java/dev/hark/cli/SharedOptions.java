package dev.hark.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes, before or after its word. */
public final class SharedOptions {
  @Option(names = "--lang", paramLabel = "en|nl", description = "cli.option.lang")
  public @Nullable String lang;

  @Option(names = "--hub", paramLabel = "URL", description = "cli.option.hub")
  public @Nullable String hub;

  @Option(names = "--json", description = "cli.option.json")
  public boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "cli.option.help")
  public boolean help;
}
