package dev.hark.cli;

import dev.hark.fault.Fault;
import java.util.Locale;

/**
 * How a run of {@code hark} ends. The numbers are part of Hark's interface and never change their
 * meaning; the table in the manual is made from this.
 */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** Done, and the answer is no: a goal missed, a check failed. */
  NO(1),
  /** The command line cannot be understood. */
  USAGE(2),
  /** A file that the user keeps or gives cannot be used. */
  BAD_FILE(3),
  /** The hub cannot be reached, or talks nonsense. */
  HUB_DOWN(4),
  /** The hub understood and said no. */
  REFUSED(5),
  /** The store or the disk of this computer failed. */
  STORAGE(6),
  /** A fault in Hark itself; the log has the details. */
  INTERNAL(70),
  /** Stopped by Ctrl-C. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What the shell sees. */
  public int number() {
    return number;
  }

  /** Key of the sentence that says what it means. */
  public String meaningKey() {
    return "cli.exit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ExitCode of(Fault fault) {
    return switch (fault) {
      case Fault.Usage _ -> USAGE;
      case Fault.BadFile _ -> BAD_FILE;
      case Fault.HubDown _ -> HUB_DOWN;
      case Fault.Refused _ -> REFUSED;
      case Fault.Storage _ -> STORAGE;
    };
  }
}
