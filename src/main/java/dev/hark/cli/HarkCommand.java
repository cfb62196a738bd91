package dev.hark.cli;

import picocli.CommandLine;

/**
 * One command: its options, one call, one result. Options' and commands' {@code description} is the
 * key of a message, which help says in the listener's language.
 */
public abstract class HarkCommand {
  /**
   * Does it.
   *
   * @return how it went
   * @throws dev.hark.fault.Fault where it cannot be done
   */
  protected abstract ExitCode run(Context context);

  /** What reads its options; made once for each command line. */
  protected CommandLine reader() {
    return new CommandLine(this);
  }
}
