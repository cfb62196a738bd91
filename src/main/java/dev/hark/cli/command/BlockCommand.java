package dev.hark.cli.command;

import dev.hark.filter.ListFile;
import dev.hark.filter.ListFiles;
import picocli.CommandLine.Command;

/** {@code hark block}: what is never shown. */
@Command(name = "block", description = "lists.command.block")
public final class BlockCommand extends ListsCommand {
  @Override
  ListFile list(ListFiles files) {
    return files.blocked();
  }
}
