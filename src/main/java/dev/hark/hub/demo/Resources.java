package dev.hark.hub.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files that the market is made from. */
final class Resources {
  private Resources() {}

  /** Lines that are neither blank nor a comment. */
  static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  static <T> T json(String name, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(bytes(name), type);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the demo market lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
