package dev.hark.cli.command;

import dev.hark.filter.ListFile;
import dev.hark.filter.ListFiles;
import picocli.CommandLine.Command;

/** {@code hark include}: what is shown whatever filters say. */
@Command(name = "include", description = "lists.command.include")
public final class IncludeCommand extends ListsCommand {
  @Override
  ListFile list(ListFiles files) {
    return files.included();
  }
}
