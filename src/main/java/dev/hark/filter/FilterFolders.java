package dev.hark.filter;

import dev.hark.fault.Fault;
import dev.hark.fault.Nearest;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The filter files of an installation and of its user. A user's file wins over one of the same name
 * that ships with Hark.
 */
public final class FilterFolders {
  private final List<Path> folders;

  /**
   * @param folders the installation's first, the user's last; those that are not there hold nothing
   */
  public FilterFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Files by id. */
  public SortedMap<String, Path> files() {
    SortedMap<String, Path> files = new TreeMap<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> found = Files.list(folder)) {
        found
            .filter(file -> file.toString().matches(".*\\.ya?ml"))
            .sorted(Collections.reverseOrder())
            .forEach(file -> files.put(id(file), file));
      } catch (IOException e) {
        throw new Fault.BadFile(Sentence.of("filter.unreadable", folder.toString()), e);
      }
    }
    return files;
  }

  /**
   * Reads and compiles the filter of a name. Throws {@code Fault.Usage} where there is none, and
   * {@code Fault.BadFile} where its file is broken.
   *
   * @param name a file's name without its ending; a blank counts as a hyphen
   */
  public NamedFilter filter(String name) {
    return file(name).compile();
  }

  /** The same, not compiled. */
  public FilterFile file(String name) {
    String id = name.strip().replace(' ', '-');
    SortedMap<String, Path> files = files();
    Path file = files.get(id);
    if (file != null) {
      return FilterFile.read(file);
    }
    Optional<String> near = Nearest.to(id, files.keySet());
    if (near.isPresent()) {
      throw new Fault.Usage(Sentence.of("filter.unknown-near", name, near.get()));
    }
    throw new Fault.Usage(
        files.isEmpty()
            ? Sentence.of("filter.unknown", name)
            : Sentence.of(
                "filter.unknown-list", name, String.join(", ", new ArrayList<>(files.keySet()))));
  }

  private static String id(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
