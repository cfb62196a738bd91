package dev.hark.transcript;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of lines in UTF-8. */
public final class LineFile {
  private LineFile() {}

  /** Takes a line. */
  @FunctionalInterface
  public interface Taker {
    /**
     * @param number counted from 1, blank lines too
     */
    void take(int number, String line);
  }

  /**
   * Hands on all lines that are not blank.
   *
   * @throws Fault.BadFile where it cannot be read, or is not in UTF-8
   */
  public static void read(Path file, Taker taker) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          taker.take(number, line);
        }
      }
    } catch (CharacterCodingException e) {
      throw new Fault.BadFile(Sentence.of("transcript.no-utf8", file.toString()), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("transcript.unreadable", file.toString()), e);
    }
  }
}
