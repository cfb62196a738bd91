package dev.hark.transcript;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Texts of pieces in a file: on each line the piece's id, a tab, and the text, maybe nothing. */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads one.
   *
   * @return texts by id, in the order of the file
   * @throws Fault.BadFile where it cannot be read, has a line without a tab or an id twice
   */
  public static Map<String, String> read(Path file) {
    Map<String, String> texts = new LinkedHashMap<>();
    LineFile.read(
        file,
        (number, line) -> {
          int tab = line.indexOf('\t');
          if (tab < 1) {
            throw bad("transcript.no-tab", file.toString(), number);
          }
          String id = line.substring(0, tab).strip();
          if (texts.put(id, line.substring(tab + 1)) != null) {
            throw bad("transcript.twice", file.toString(), number, id);
          }
        });
    return texts;
  }

  private static Fault.BadFile bad(String key, Object... args) {
    return new Fault.BadFile(Sentence.of(key, args), null);
  }

  /**
   * Writes lines, all or none: what stood there before stays until all are written.
   *
   * @throws Fault.Storage where that cannot be done
   */
  public static void write(Path file, List<String> lines) {
    write(file, lines::forEach);
  }

  /**
   * The same of lines that are made while they are written.
   *
   * @param lines hands each of them on
   * @throws Fault.Storage where that cannot be done
   */
  public static void write(Path file, Consumer<Consumer<String>> lines) {
    Path target = file.toAbsolutePath();
    try {
      Path fresh = target.resolveSibling("." + target.getFileName() + ".part");
      try {
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
          lines.accept(line -> writeLine(writer, line));
        }
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault.Storage(Sentence.of("transcript.unwritable", file.toString()), e);
    }
  }

  private static void writeLine(Writer writer, String line) {
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
