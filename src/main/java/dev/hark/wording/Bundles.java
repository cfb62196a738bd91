package dev.hark.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Message files, each read when its first key is asked for. English stands in where a key lacks.
 */
final class Bundles {
  private final Map<String, Properties> loaded = new ConcurrentHashMap<>();
  private final Locale locale;

  Bundles(Locale locale) {
    this.locale = locale;
  }

  boolean knows(String key) {
    return find(key) != null;
  }

  private @Nullable String find(String key) {
    int dot = key.indexOf('.');
    String bundle = dot < 0 ? key : key.substring(0, dot);
    return loaded.computeIfAbsent(bundle, this::load).getProperty(key);
  }

  String pattern(String key) {
    String pattern = find(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return pattern;
  }

  /** All messages of a bundle by their keys. */
  Map<String, String> all(String bundle) {
    Properties properties = loaded.computeIfAbsent(bundle, this::load);
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }

  private Properties load(String bundle) {
    Properties english = read(bundle + ".properties", new Properties());
    return locale.getLanguage().equals("en")
        ? english
        : read(bundle + "_" + locale.getLanguage() + ".properties", new Properties(english));
  }

  private static Properties read(String name, Properties into) {
    try (InputStream in = Bundles.class.getResourceAsStream(name)) {
      if (in != null) {
        into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
