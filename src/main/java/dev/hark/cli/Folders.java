package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where the user's files lie: as the XDG variables say, else under HOME. Folders are made when they
 * are asked for, and are for their user only.
 */
public final class Folders {
  private final Environment environment;

  public Folders(Environment environment) {
    this.environment = environment;
  }

  /** For settings, filters and voices that the user keeps. */
  public Path config() {
    return ready("XDG_CONFIG_HOME", ".config");
  }

  /** For the journal, the embedded hub and the log. */
  public Path data() {
    return ready("XDG_DATA_HOME", ".local/share");
  }

  /** For what can be made again. */
  public Path cache() {
    return ready("XDG_CACHE_HOME", ".cache");
  }

  /** The file that technical details go to. */
  public Path log() {
    return data().resolve("hark.log");
  }

  /** The settings file, which need not exist. */
  public Path settings() {
    return at("XDG_CONFIG_HOME", ".config").resolve("settings");
  }

  private Path ready(String variable, String underHome) {
    return priv(at(variable, underHome));
  }

  private Path at(String variable, String underHome) {
    Optional<String> xdg = environment.variable(variable).filter(dir -> Path.of(dir).isAbsolute());
    Path base =
        xdg.map(Path::of)
            .orElseGet(
                () ->
                    Path.of(
                            environment
                                .variable("HOME")
                                .orElseGet(() -> System.getProperty("user.home")))
                        .resolve(underHome));
    return base.resolve("hark");
  }

  /** Makes a folder that only its user can read. */
  public static Path priv(Path folder) {
    try {
      Files.createDirectories(folder);
      PosixFileAttributeView posix =
          Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      if (posix != null) {
        posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
      return folder;
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("cli.folder-failed", folder.toString()), e);
    }
  }
}
