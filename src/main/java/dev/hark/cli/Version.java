package dev.hark.cli;

import java.util.Optional;

/** Which Hark this is. */
public final class Version {
  private Version() {}

  /** As the jar says; {@code development} where the classes lie loose. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
