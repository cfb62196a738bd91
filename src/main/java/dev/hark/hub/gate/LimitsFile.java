package dev.hark.hub.gate;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's limits: lines of {@code name = number} in {@code hub.conf} in the data directory,
 * and lines that start with {@code #}. What is not named is as {@link Limits#USUAL} says.
 */
public final class LimitsFile {
  public static final String NAME = "hub.conf";

  private static final String PER_TOKEN = "requests-per-minute-per-token";
  private static final String PER_ADDRESS = "requests-per-minute-per-address";
  private static final String FAILURES = "failed-sign-ins-per-minute";
  private static final String CONNECTIONS = "connections";
  private static final String HEADERS = "header-seconds";
  private static final String IDLE = "idle-seconds";
  private static final String BODY_START = "body-start-seconds";
  private static final String BODY_RATE = "body-bytes-per-second";
  private static final String SOUND = "sound-megabytes";
  private static final String SPARE = "spare-megabytes";
  private static final String TOKEN_DAYS = "token-days";
  private static final List<String> NAMES =
      List.of(
          PER_TOKEN,
          PER_ADDRESS,
          FAILURES,
          CONNECTIONS,
          HEADERS,
          IDLE,
          BODY_START,
          BODY_RATE,
          SOUND,
          SPARE,
          TOKEN_DAYS);

  private LimitsFile() {}

  /**
   * Reads the file; where there is none, the usual limits.
   *
   * @throws Fault.BadFile that names every line that is wrong
   */
  public static Limits read(Path dataDirectory) {
    Path file = dataDirectory.resolve(NAME);
    Map<String, Integer> values = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("server.limits-unreadable", file.toString()), e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("=", 2);
      String name = parts[0].strip();
      String value = parts.length == 2 ? parts[1].strip() : "";
      if (NAMES.contains(name) && value.matches("[1-9][0-9]{0,8}")) {
        values.put(name, Integer.parseInt(value));
      } else {
        wrong.add(Integer.toString(i + 1));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Fault.BadFile(
          Sentence.of(
              "server.limits-wrong",
              file.toString(),
              String.join(", ", wrong),
              wrong.size(),
              String.join(", ", NAMES)),
          null);
    }
    return limits(values);
  }

  private static Limits limits(Map<String, Integer> values) {
    Limits usual = Limits.USUAL;
    return new Limits(
        values.getOrDefault(PER_TOKEN, usual.perToken()),
        values.getOrDefault(PER_ADDRESS, usual.perAddress()),
        values.getOrDefault(FAILURES, usual.failures()),
        values.getOrDefault(CONNECTIONS, usual.connections()),
        seconds(values, HEADERS, usual.headers()),
        seconds(values, IDLE, usual.idle()),
        seconds(values, BODY_START, usual.bodyStart()),
        values.getOrDefault(BODY_RATE, usual.bodyRate()),
        megabytes(values, SOUND, usual.mostSound()),
        megabytes(values, SPARE, usual.spareRoom()),
        Optional.ofNullable(values.get(TOKEN_DAYS)).map(Duration::ofDays));
  }

  private static long megabytes(Map<String, Integer> values, String name, long usual) {
    Integer megabytes = values.get(name);
    return megabytes == null ? usual : (long) megabytes << 20;
  }

  private static Duration seconds(Map<String, Integer> values, String name, Duration usual) {
    Integer seconds = values.get(name);
    return seconds == null ? usual : Duration.ofSeconds(seconds);
  }
}
