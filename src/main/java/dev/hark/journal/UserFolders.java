package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the user's files lie.
 *
 * @param config what the user writes: filters, voices, settings
 * @param data what must not be lost: the journal, tokens, a hub's database
 * @param cache what can be made again
 */
public record UserFolders(Path config, Path data, Path cache) {

  /**
   * The folders of this user: {@code XDG_CONFIG_HOME}, {@code XDG_DATA_HOME} and {@code
   * XDG_CACHE_HOME}, else the system's usual places below {@code HOME}. Nothing is made yet.
   *
   * @param environment the process's variables; Java's own idea of a home folder ignores {@code
   *     HOME}, and is used only where no variable says anything
   */
  public static UserFolders of(Map<String, String> environment) {
    return of(environment, System.getProperty("os.name", ""));
  }

  static UserFolders of(Map<String, String> environment, String system) {
    String os = system.toLowerCase(Locale.ROOT);
    Path home = home(environment);
    if (os.startsWith("windows")) {
      Path roaming = or(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming"));
      Path local = or(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
      return new UserFolders(
          or(environment.get("XDG_CONFIG_HOME"), roaming).resolve("hark"),
          or(environment.get("XDG_DATA_HOME"), local).resolve("hark"),
          or(environment.get("XDG_CACHE_HOME"), local.resolve("hark").resolve("cache"))
              .resolve("hark"));
    }
    boolean mac = os.startsWith("mac");
    Path library = home.resolve("Library");
    return new UserFolders(
        or(
                environment.get("XDG_CONFIG_HOME"),
                mac ? library.resolve("Preferences") : home.resolve(".config"))
            .resolve("hark"),
        or(
                environment.get("XDG_DATA_HOME"),
                mac
                    ? library.resolve("Application Support")
                    : home.resolve(".local").resolve("share"))
            .resolve("hark"),
        or(
                environment.get("XDG_CACHE_HOME"),
                mac ? library.resolve("Caches") : home.resolve(".cache"))
            .resolve("hark"));
  }

  /**
   * Makes the folders that are not there, readable by this user only.
   *
   * @throws Fault.Storage where one cannot be made or written
   */
  public UserFolders made() {
    for (Path folder : new Path[] {config, data, cache}) {
      try {
        OwnerOnly.folder(folder);
      } catch (IOException e) {
        throw new Fault.Storage(Sentence.of("journal.folder", folder.toString()), e);
      }
      if (!Files.isWritable(folder)) {
        throw new Fault.Storage(Sentence.of("journal.folder", folder.toString()), null);
      }
    }
    return this;
  }

  private static Path home(Map<String, String> environment) {
    Path profile =
        or(environment.get("USERPROFILE"), Path.of(System.getProperty("user.home", ".")));
    return or(environment.get("HOME"), profile).toAbsolutePath();
  }

  /** A path that is not absolute is not meant, says the specification of these variables. */
  private static Path or(@Nullable String value, Path otherwise) {
    return value != null && !value.isBlank() && Path.of(value).isAbsolute()
        ? Path.of(value)
        : otherwise;
  }
}
