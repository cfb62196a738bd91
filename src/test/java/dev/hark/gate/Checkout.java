package dev.hark.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project that is being built. */
final class Checkout {
  private static final Path ROOT = Path.of(System.getProperty("hark.root", "")).toAbsolutePath();

  private Checkout() {}

  static Path at(String path) {
    return ROOT.resolve(path);
  }

  /** The path as a person would write it, from the top of the project. */
  static String name(Path path) {
    return ROOT.relativize(path).toString().replace('\\', '/');
  }

  /** Files below a folder whose names end so, in a stable order. */
  static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> paths = Files.walk(at(folder))) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
