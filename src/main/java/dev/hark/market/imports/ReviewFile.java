package dev.hark.market.imports;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of reviews from elsewhere: JSON or CSV in UTF-8, at most {@link #MOST_BYTES} and {@link
 * #MOST_ROWS}. Read row by row, however large it is; a row that makes no sense does not spoil the
 * others, a file that is no table and no JSON is refused as a whole.
 */
public final class ReviewFile {
  public static final long MOST_BYTES = 512L << 20;
  public static final int MOST_ROWS = 1_000_000;

  static final String TURKOPTICON = "Turkopticon";
  static final String TURKERVIEW = "TurkerView";

  private static final int MOST_IGNORED = 50;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Optional<Format> format;
  private final Instant now;

  /** How a file is written. */
  public enum Format {
    JSON,
    CSV
  }

  /**
   * @param format empty to find out by the first character that is no space
   * @param now no review was written later
   */
  public ReviewFile(Path file, Optional<Format> format, Instant now) {
    this.file = file;
    this.format = format;
    this.now = now;
  }

  /**
   * What was read besides the rows.
   *
   * @param rows how many
   * @param site whose shape it has
   * @param ignored names of columns that mean nothing here, as they are written
   */
  public record Summary(int rows, String site, Set<String> ignored) {}

  /** Hears what is read. */
  static final class Reading {
    private final String file;
    private final Consumer<Row> rows;
    private final Set<String> ignored = new LinkedHashSet<>();
    private String site = "";
    private int count;

    Reading(String file, Consumer<Row> rows) {
      this.file = file;
      this.rows = rows;
    }

    void row(Row row) {
      if (++count > MOST_ROWS) {
        throw new Fault.BadFile(Sentence.of("imported.most-rows", file, MOST_ROWS), null);
      }
      rows.accept(row);
    }

    void ignored(String name) {
      if (ignored.size() < MOST_IGNORED) {
        ignored.add(name.length() > 60 ? name.substring(0, 60) : name);
      }
    }

    /** The first item decides. */
    void shaped(String likely) {
      site = site.isEmpty() ? likely : site;
    }
  }

  /**
   * Reads the whole file.
   *
   * @param rows hears each row
   * @throws Fault.BadFile where the file cannot be read to its end
   */
  public Summary read(Consumer<Row> rows) {
    String name = file.toString();
    Reading reading = new Reading(name, rows);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Fault.BadFile(Sentence.of("imported.most-bytes", name, MOST_BYTES >> 20), null);
      }
      try (BufferedReader in = open()) {
        int first = first(in);
        if (first < 0) {
          throw new Fault.BadFile(Sentence.of("imported.empty", name), null);
        }
        boolean json = format.map(Format.JSON::equals).orElse(first == '{' || first == '[');
        if (json) {
          new JsonFile(in, name, now).read(reading);
        } else {
          new CsvFile(in, name, now).read(reading);
        }
      }
    } catch (CharacterCodingException e) {
      throw new Fault.BadFile(Sentence.of("imported.no-utf8", name, reading.count + 1), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("imported.unreadable", name), e);
    }
    return new Summary(
        reading.count, reading.site.isEmpty() ? TURKOPTICON : reading.site, reading.ignored);
  }

  private BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        BUFFER);
  }

  /** The first character that is no space, without reading past those before it; -1 for none. */
  private static int first(BufferedReader in) throws IOException {
    int most = BUFFER / 2;
    in.mark(most);
    int c = in.read();
    if (c == '\uFEFF') {
      in.mark(most);
      c = in.read();
    }
    for (int i = 2; i < most && c >= 0 && Character.isWhitespace(c); i++) {
      c = in.read();
    }
    in.reset();
    return c;
  }
}
