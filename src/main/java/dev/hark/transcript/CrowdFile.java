package dev.hark.transcript;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Mark;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers of a crowd in a file: tabs between the columns {@code INPUT:audio}, {@code
 * OUTPUT:transcription} and {@code ASSIGNMENT:worker_id}, in any order, others may stand between. A
 * value that begins with a double quote goes on to the next single one, over ends of lines; two
 * stand for one. A column {@code OUTPUT:confidences} may stand there too. Lines with nothing in
 * them are passed over.
 *
 * @param pieces in the order in which they first stand there
 * @param cut answers that were longer than {@link Answer#MOST_WORDS} words and were cut there
 * @param marked pieces of which more than half say the same in the place of words, by id; marks are
 *     no words
 */
public record CrowdFile(List<Piece> pieces, int cut, Map<String, Mark> marked) {
  /** The columns that must be there. */
  public static final List<String> COLUMNS =
      List.of("INPUT:audio", "OUTPUT:transcription", "ASSIGNMENT:worker_id");

  /**
   * Where there is such a column, how sure a speech recogniser was of each word of the
   * transcription, from 0 to 1, with spaces between; an empty value says nothing.
   */
  public static final String CONFIDENCES = "OUTPUT:confidences";

  private static final int MOST_VALUE = 4_000_000;

  /** Of a value that is told back. */
  private static final int MOST_SHOWN = 20;

  public CrowdFile {
    pieces = List.copyOf(pieces);
    marked = Map.copyOf(marked);
  }

  /**
   * Reads one.
   *
   * @param language of the answers
   * @throws Fault.BadFile where it cannot be read, with the line
   */
  public static CrowdFile read(Path file, Locale language) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new Reading(file, reader, language).all();
    } catch (CharacterCodingException e) {
      throw new Fault.BadFile(Sentence.of("transcript.no-utf8", file.toString()), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("transcript.unreadable", file.toString()), e);
    }
  }

  private static final class Reading {
    private final Path file;
    private final Reader reader;
    private final TokenReader tokens;
    private final char[] buffer = new char[1 << 14];
    private int filled;
    private int at;

    /** The value that is read. */
    private final StringBuilder value = new StringBuilder();

    /** How many values the row before had. */
    private int columns;

    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
    private final Map<String, String> workers = new HashMap<>();
    private int cut;

    /** How many answers to a piece have a mark. */
    private final Map<String, Map<Mark, Integer>> marks = new HashMap<>();

    /** Where the row that is read begins, and where the reader is. */
    private int begun = 1;

    private int line = 1;

    Reading(Path file, Reader reader, Locale language) {
      this.file = file;
      this.reader = reader;
      tokens = new TokenReader(language);
    }

    CrowdFile all() throws IOException {
      List<String> header = row();
      if (header.isEmpty()) {
        throw bad("transcript.empty", file.toString());
      }
      header.set(0, header.getFirst().replace("\uFEFF", ""));
      int[] places = new int[COLUMNS.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = header.indexOf(COLUMNS.get(i));
        if (places[i] < 0) {
          throw bad("transcript.no-column", file.toString(), COLUMNS.get(i));
        }
      }
      int sure = header.indexOf(CONFIDENCES);
      for (List<String> row = row(); !row.isEmpty(); row = row()) {
        if (row.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (row.size() < header.size()) {
          throw bad("transcript.short-row", file.toString(), begun, row.size(), header.size());
        }
        String piece = row.get(places[0]).strip();
        String worker = workers.computeIfAbsent(row.get(places[2]).strip(), one -> one);
        if (piece.isEmpty() || worker.isEmpty()) {
          throw bad(
              "transcript.no-value",
              file.toString(),
              begun,
              piece.isEmpty() ? COLUMNS.get(0) : COLUMNS.get(2));
        }
        String text = row.get(places[1]);
        Answer answer = new Answer(worker, tokens(text, sure < 0 ? "" : row.get(sure)));
        if (mayHaveMarks(text)) {
          Map<Mark, Integer> counts = marks.computeIfAbsent(piece, some -> new HashMap<>());
          Mark.of(text).forEach(mark -> counts.merge(mark, 1, Integer::sum));
        }
        cut += answer.tokens().size() == Answer.MOST_WORDS ? 1 : 0;
        answers.computeIfAbsent(piece, some -> new ArrayList<>()).add(answer);
      }
      if (answers.isEmpty()) {
        throw bad("transcript.empty", file.toString());
      }
      return new CrowdFile(
          answers.entrySet().stream()
              .map(piece -> new Piece(piece.getKey(), piece.getValue()))
              .toList(),
          cut,
          marked());
    }

    private Map<String, Mark> marked() {
      Map<String, Mark> marked = new HashMap<>();
      marks.forEach(
          (piece, counts) -> {
            int given = answers.getOrDefault(piece, List.of()).size();
            for (Mark mark : Mark.values()) {
              if (2 * counts.getOrDefault(mark, 0) > given) {
                marked.putIfAbsent(piece, mark);
              }
            }
          });
      return marked;
    }

    private static boolean mayHaveMarks(String text) {
      return text.indexOf('[') >= 0;
    }

    private List<Token> tokens(String text, String confidences) {
      if (confidences.isBlank()) {
        return tokens.tokens(mayHaveMarks(text) ? Mark.without(text) : text);
      }
      String[] words = Mark.words(text).toArray(String[]::new);
      String[] values = confidences.strip().split("\\s+", -1);
      if (words.length != values.length) {
        throw bad("transcript.confidences", file.toString(), begun, words.length, values.length);
      }
      return tokens.tokens(List.of(words), Arrays.stream(values).map(this::confidence).toList());
    }

    private double confidence(String value) {
      try {
        double confidence = Double.parseDouble(value);
        if (confidence >= 0 && confidence <= 1) {
          return confidence;
        }
      } catch (NumberFormatException e) {
        throw new Fault.BadFile(notSure(value), e);
      }
      throw new Fault.BadFile(notSure(value), null);
    }

    private Sentence notSure(String value) {
      String start = value.substring(0, Math.min(value.length(), MOST_SHOWN));
      return Sentence.of("transcript.no-confidence", file.toString(), begun, start);
    }

    /** The values of the next row; empty at the end of the file. */
    private List<String> row() throws IOException {
      begun = line;
      List<String> values = new ArrayList<>(columns);
      value.setLength(0);
      boolean any = false;
      for (int c = read(); c >= 0; c = read()) {
        any = true;
        switch (c) {
          case '"' -> {
            if (value.isEmpty()) {
              quoted();
            } else {
              value.append('"');
            }
          }
          case '\t' -> {
            values.add(value.toString());
            value.setLength(0);
          }
          case '\n' -> {
            line++;
            values.add(value.toString());
            columns = values.size();
            return values;
          }
          case '\r' -> {
            // The line feed behind it ends the row.
          }
          default -> {
            at--;
            plain();
          }
        }
      }
      if (any) {
        values.add(value.toString());
      }
      return values;
    }

    /** Takes in what stands in the buffer up to a character that ends a value or is left out. */
    private void plain() {
      int from = at;
      while (at < filled && buffer[at] != '\t' && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      add(from);
    }

    private void quoted() throws IOException {
      int from = line;
      for (int c = read(); c >= 0; c = read()) {
        if (c == '"') {
          int next = read();
          if (next != '"') {
            at -= next < 0 ? 0 : 1;
            return;
          }
        }
        at--;
        upToQuote();
      }
      throw bad("transcript.open-quote", file.toString(), from);
    }

    /** Takes in a character, and what stands behind it in the buffer up to a quote. */
    private void upToQuote() {
      int from = at;
      do {
        line += buffer[at++] == '\n' ? 1 : 0;
      } while (at < filled && buffer[at] != '"');
      add(from);
    }

    /** The next character, or -1 at the end. */
    private int read() throws IOException {
      if (at == filled) {
        filled = Math.max(0, reader.read(buffer, 0, buffer.length));
        at = 0;
      }
      return at < filled ? buffer[at++] : -1;
    }

    /** Takes in what stands in the buffer from there to where the reader is. */
    private void add(int from) {
      if (value.length() + at - from > MOST_VALUE) {
        throw bad("transcript.long-value", file.toString(), begun, MOST_VALUE);
      }
      value.append(buffer, from, at - from);
    }

    private static Fault.BadFile bad(String key, Object... args) {
      return new Fault.BadFile(Sentence.of(key, args), null);
    }
  }
}
