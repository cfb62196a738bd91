package dev.hark.cli;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant on a command line. */
public final class Nearest {
  private Nearest() {}

  /** See {@link dev.hark.fault.Nearest#to}. */
  public static Optional<String> to(String typed, Collection<String> words) {
    return dev.hark.fault.Nearest.to(typed, words);
  }
}
