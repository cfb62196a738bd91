package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings file: lines of {@code name = value}, and lines that start with {@code #}. Read once;
 * a change is written at once, and keeps the lines that a person wrote. A fault names the file and
 * the line. Used by one thread at a time.
 */
public final class Settings {
  private final UserFolders folders;
  private final Path file;
  private @Nullable Map<Setting, String> values;

  public Settings(UserFolders folders) {
    this.folders = folders;
    this.file = folders.config().resolve("settings");
  }

  public Path file() {
    return file;
  }

  public Optional<String> get(Setting setting) {
    return Optional.ofNullable(values().get(setting));
  }

  /** Like {@link #get}, but a file that cannot be read has no settings. */
  Optional<String> tolerant(Setting setting) {
    try {
      return get(setting);
    } catch (Fault _) {
      return Optional.empty();
    }
  }

  public boolean yes(Setting setting, boolean otherwise) {
    return get(setting).map("yes"::equals).orElse(otherwise);
  }

  /**
   * Remembers.
   *
   * @throws Fault.Usage where the setting does not take such a value
   */
  public void set(Setting setting, String value) {
    requireFit(setting, value);
    Map<Setting, String> known = values();
    List<String> lines = new ArrayList<>(lines());
    lines.removeIf(line -> nameOf(line).equals(setting.id()));
    lines.add(setting.id() + " = " + value);
    write(lines);
    known.put(setting, value);
  }

  /** Takes a value for this run only. Throws what {@link #set} throws for a value that is unfit. */
  public void assume(Setting setting, String value) {
    requireFit(setting, value);
    values().put(setting, value);
  }

  private static void requireFit(Setting setting, String value) {
    if (!setting.takes(value)) {
      throw new Fault.Usage(
          Sentence.of("cli.setting-unfit", setting.id(), value, Sentence.of(setting.helpKey())));
    }
  }

  /** Forgets, so that the choice is as on the first day. */
  public void unset(Setting setting) {
    Map<Setting, String> known = values();
    List<String> lines = new ArrayList<>(lines());
    if (lines.removeIf(line -> nameOf(line).equals(setting.id()))) {
      write(lines);
    }
    known.remove(setting);
  }

  private Map<Setting, String> values() {
    if (values == null) {
      values = read();
    }
    return values;
  }

  private Map<Setting, String> read() {
    Map<Setting, String> found = new EnumMap<>(Setting.class);
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String name = nameOf(line);
      String value = line.substring(line.indexOf('=') + 1).strip();
      Optional<Setting> setting = named(name);
      if (!line.contains("=") || setting.isEmpty() || !setting.get().takes(value)) {
        throw new Fault.BadFile(
            Sentence.of("cli.settings-line", file.toString(), i + 1, line), null);
      }
      found.put(setting.get(), value);
    }
    return found;
  }

  /** The setting of that name. */
  public static Optional<Setting> named(String name) {
    for (Setting setting : Setting.values()) {
      if (setting.id().equals(name)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  private static String nameOf(String line) {
    return line.split("=", 2)[0].strip();
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("cli.settings-unreadable", file.toString()), e);
    }
  }

  private void write(List<String> lines) {
    try {
      Path beside = Files.createTempFile(folders.made().config(), "settings", ".new");
      Files.write(beside, lines);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("cli.settings-unwritable", file.toString()), e);
    }
  }
}
