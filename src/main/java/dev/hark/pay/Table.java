package dev.hark.pay;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table in a file: lines of values between commas, a head, and remarks behind a hash. The last
 * column may hold commas.
 *
 * @param name of the file
 * @param lines all of them
 * @param columns how many each has
 */
record Table(String name, List<String> lines, int columns) {
  private static final long MOST = 1 << 20;

  /** One that ships with Hark. */
  static Table shipped(String name, int columns) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Table(name, text.lines().toList(), columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One of the user's.
   *
   * @throws Fault.BadFile where it cannot be read, or is a megabyte or more
   */
  static Table read(Path file, int columns) {
    try {
      if (Files.size(file) >= MOST) {
        throw new Fault.BadFile(Sentence.of("pay.file-unreadable", file.toString()), null);
      }
      return new Table(file.toString(), Files.readAllLines(file), columns);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("pay.file-unreadable", file.toString()), e);
    }
  }

  /** The first line that is neither empty nor a remark. */
  String head() {
    return lines.stream().filter(Table::counts).findFirst().orElse("");
  }

  /**
   * The rows below the head.
   *
   * @throws Fault.BadFile which names the line that the function cannot take
   */
  <T> List<T> map(Function<List<String>, T> made) {
    List<T> all = new ArrayList<>();
    boolean head = true;
    for (int at = 0; at < lines.size(); at++) {
      if (!counts(lines.get(at))) {
        continue;
      }
      if (!head) {
        all.add(row(at, made));
      }
      head = false;
    }
    return all;
  }

  private <T> T row(int at, Function<List<String>, T> made) {
    String line = lines.get(at);
    try {
      List<String> row = List.of(line.split(",", columns));
      if (row.size() == columns) {
        return made.apply(row.stream().map(String::strip).toList());
      }
      throw new Fault.BadFile(Sentence.of("pay.bad-line", name, at + 1, line, head()), null);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Fault.BadFile(Sentence.of("pay.bad-line", name, at + 1, line, head()), e);
    }
  }

  private static boolean counts(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }
}
