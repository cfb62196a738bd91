package dev.hark.hub;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A walk over an area's operations at which each answers once and, where it can, refuses once; what
 * is answered is held against the document. Each area has its own, in this package, with a name
 * that ends in {@code Tour}.
 */
interface Tour {
  List<Tour> ALL = all();

  void go(TestHub hub);

  private static List<Tour> all() {
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(Tour.class.getResource("Tour.class")).toURI())
                .getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\w+Tour\\.class"))
          .sorted()
          .map(name -> made(name.replace(".class", "")))
          .toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tour made(String name) {
    try {
      return Class.forName(Tour.class.getPackageName() + "." + name)
          .asSubclass(Tour.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
