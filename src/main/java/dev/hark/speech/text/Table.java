package dev.hark.speech.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** The tables of this package: lines of columns between tabs; a line that begins with # is none. */
final class Table {
  private Table() {}

  /**
   * @param name of the file, with its folder
   * @param columns of each row; those that lack are empty
   */
  static List<String[]> rows(String name, int columns) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> Arrays.copyOf(line.split("\t", -1), columns))
          .map(Table::filled)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] filled(String[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] == null ? "" : row[i].strip();
    }
    return row;
  }

  static Properties words(String name) {
    Properties words = new Properties();
    try (InputStreamReader in = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Table.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no table " + name);
    }
    return in;
  }
}
