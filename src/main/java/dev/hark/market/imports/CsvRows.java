package dev.hark.market.imports;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a CSV file (RFC 4180), with commas, semicolons or tabs between cells. Of a cell no more
 * is kept than any cell may have, so that no line is too long to be read past.
 */
final class CsvRows {
  private static final int MOST_CELLS = 200;
  private static final int MOST_KEPT = Cells.MOST_WORDS;
  private static final int END = -1;

  private final Reader in;
  private final String file;
  private char separator;
  private long line = 1;
  private int ahead = Integer.MIN_VALUE;

  /**
   * @param in is read character by character, and so better buffered
   * @param file for sentences
   */
  CsvRows(Reader in, String file) {
    this.in = in;
    this.file = file;
  }

  /**
   * @param line where it begins
   * @param cells what each holds, at most so much as any may
   * @param lengths how long each really is
   */
  record Cut(long line, List<String> cells, List<Integer> lengths) {
    /** Whether there is nothing in it at all. */
    boolean isBlank() {
      return cells.size() == 1 && cells.getFirst().isBlank();
    }
  }

  /** The first row; what stands most often between its cells stands so everywhere. */
  Cut header() throws IOException {
    StringBuilder first = new StringBuilder();
    in.mark(MOST_KEPT);
    for (int c = in.read();
        c != END && c != '\n' && first.length() < MOST_KEPT - 1;
        c = in.read()) {
      first.append((char) c);
    }
    in.reset();
    separator = ',';
    for (char other : new char[] {';', '\t'}) {
      if (count(first, other) > count(first, separator)) {
        separator = other;
      }
    }
    return next();
  }

  private static long count(CharSequence text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /**
   * The next row; without any cell at the end.
   *
   * @throws Fault.BadFile where a quote is never closed
   */
  Cut next() throws IOException {
    List<String> cells = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    long begin = line;
    if (peek() == END) {
      return new Cut(begin, cells, lengths);
    }
    while (true) {
      Cell cell = cell();
      if (cells.size() <= MOST_CELLS) {
        cells.add(cell.text.toString());
        lengths.add(cell.length);
      }
      int c = read();
      if (c != separator) {
        if (c == '\r' && peek() == '\n') {
          read();
        }
        return new Cut(begin, cells, lengths);
      }
    }
  }

  private static final class Cell {
    private final StringBuilder text = new StringBuilder();
    private int length;

    void add(int c) {
      if (length < Integer.MAX_VALUE) {
        length++;
      }
      if (text.length() <= MOST_KEPT) {
        text.append((char) c);
      }
    }
  }

  private Cell cell() throws IOException {
    Cell cell = new Cell();
    if (peek() == '"') {
      quoted(cell);
    }
    for (int c = peek(); c != separator && c != '\r' && c != '\n' && c != END; c = peek()) {
      cell.add(read());
    }
    return cell;
  }

  private void quoted(Cell cell) throws IOException {
    long begin = line;
    read();
    while (true) {
      int c = read();
      if (c == END) {
        throw new Fault.BadFile(Sentence.of("imported.open-quote", file, begin), null);
      }
      if (c == '"') {
        if (peek() != '"') {
          return;
        }
        read();
      }
      cell.add(c);
    }
  }

  private int peek() throws IOException {
    if (ahead == Integer.MIN_VALUE) {
      ahead = in.read();
    }
    return ahead;
  }

  private int read() throws IOException {
    int c = peek();
    ahead = Integer.MIN_VALUE;
    if (c == '\n' || (c == '\r' && peek() != '\n')) {
      line++;
    }
    return c;
  }
}
