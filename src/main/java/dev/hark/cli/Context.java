package dev.hark.cli;

import dev.hark.cli.output.Output;
import dev.hark.journal.UserFolders;
import dev.hark.wording.Wording;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a command runs in. Closing it closes what the command asked for, the last first. */
public final class Context implements AutoCloseable {
  private final Environment environment;
  private final UserFolders folders;
  private final Settings settings;
  private final Wording wording;
  private final Output output;
  private final Deque<Runnable> closing = new ArrayDeque<>();

  Context(
      Environment environment,
      UserFolders folders,
      Settings settings,
      Wording wording,
      Output output) {
    this.environment = environment;
    this.folders = folders;
    this.settings = settings;
    this.wording = wording;
    this.output = output;
  }

  public Environment environment() {
    return environment;
  }

  public UserFolders folders() {
    return folders;
  }

  public Settings settings() {
    return settings;
  }

  public Wording wording() {
    return wording;
  }

  public Output output() {
    return output;
  }

  /** Has something closed when the command has ended. */
  public void onClose(Runnable close) {
    closing.push(close);
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
