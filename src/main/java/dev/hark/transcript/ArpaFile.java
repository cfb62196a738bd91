package dev.hark.transcript;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A language model in the text form that is named after ARPA: {@code \data\} with a line {@code
 * ngram 1=500} for each length, then a part such as {@code \1-grams:} for each, whose lines have a
 * logarithm to base 10, the words, and maybe the logarithm of a weight for backing off, with tabs
 * or spaces between, and {@code \end\}. Lengths above three words are passed over.
 */
public final class ArpaFile {
  /** N-grams of a length that are read at most. */
  public static final int MOST_NGRAMS = 5_000_000;

  private static final int LONGEST = 3;
  private static final int MOST_LINE = 10_000;

  private final Path file;
  private final BufferedReader reader;
  private int line;

  private ArpaFile(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * Reads one.
   *
   * @throws Fault.BadFile where it cannot be read or is none, with the line
   */
  public static LanguageModel read(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new ArpaFile(file, reader).model();
    } catch (CharacterCodingException e) {
      throw new Fault.BadFile(Sentence.of("transcript.no-utf8", file.toString()), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("transcript.unreadable", file.toString()), e);
    }
  }

  private LanguageModel model() throws IOException {
    String text = next();
    while (!text.equals("\\data\\")) {
      text = next();
    }
    int[] counts = new int[LONGEST + 1];
    for (text = next(); text.startsWith("ngram"); text = next()) {
      count(text, counts);
    }
    if (counts[1] == 0) {
      throw bad("transcript.bad-model", file.toString(), line);
    }
    LanguageModel.Builder builder = new LanguageModel.Builder(counts[1], counts[2], counts[3]);
    while (!text.equals("\\end\\")) {
      if (!text.matches("\\\\\\d+-grams:")) {
        throw bad("transcript.bad-model", file.toString(), line);
      }
      int length = text.charAt(1) - '0';
      boolean used = text.charAt(2) == '-' && length >= 1 && length <= LONGEST;
      for (text = next(); !text.startsWith("\\"); text = next()) {
        if (used) {
          ngram(builder, length, text);
        }
      }
    }
    return builder.build();
  }

  private void count(String text, int[] counts) {
    int equals = text.indexOf('=');
    try {
      int length = Integer.parseInt(text.substring("ngram".length(), equals).strip());
      int count = Integer.parseInt(text.substring(equals + 1).strip());
      if (count < 0 || count > MOST_NGRAMS) {
        throw bad("transcript.long-model", file.toString(), line, MOST_NGRAMS);
      }
      if (length >= 1 && length <= LONGEST) {
        counts[length] = count;
      }
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new Fault.BadFile(Sentence.of("transcript.bad-model", file.toString(), line), e);
    }
  }

  private void ngram(LanguageModel.Builder builder, int length, String text) {
    String[] fields = text.split("\\s+", -1);
    if (fields.length != length + 1 && fields.length != length + 2) {
      throw bad("transcript.bad-model", file.toString(), line);
    }
    String[] words = new String[length];
    for (int i = 0; i < length; i++) {
      // Words come as they are compared, but for the signs that begin and end a sentence.
      String plain = Words.word(fields[i + 1]);
      words[i] = fields[i + 1].startsWith("<") || plain.isEmpty() ? fields[i + 1] : plain;
    }
    try {
      builder.add(
          words,
          Float.parseFloat(fields[0]),
          fields.length == length + 2 ? Float.parseFloat(fields[length + 1]) : 0);
    } catch (NumberFormatException e) {
      throw new Fault.BadFile(Sentence.of("transcript.bad-model", file.toString(), line), e);
    }
  }

  /** The next line that has something in it. */
  private String next() throws IOException {
    while (true) {
      line++;
      StringBuilder text = new StringBuilder();
      int c = reader.read();
      for (; c >= 0 && c != '\n'; c = reader.read()) {
        if (text.length() == MOST_LINE) {
          throw bad("transcript.bad-model", file.toString(), line);
        }
        text.append((char) c);
      }
      String stripped = text.toString().strip();
      if (!stripped.isEmpty()) {
        return stripped;
      }
      if (c < 0) {
        throw bad("transcript.cut-model", file.toString());
      }
    }
  }

  private static Fault.BadFile bad(String key, Object... args) {
    return new Fault.BadFile(Sentence.of(key, args), null);
  }
}
