package dev.hark.hub.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the interface, as it is shipped. */
final class OpenApi {
  private OpenApi() {}

  /** The document as maps, lists, texts and numbers. */
  static Object document() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      return new Load(LoadSettings.builder().build())
          .loadFromInputStream(Objects.requireNonNull(in, "openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
