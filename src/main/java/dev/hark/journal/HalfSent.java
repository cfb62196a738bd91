package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * How far something that is sent in parts has come, one line for each part that has arrived. After
 * a crash the last line may be missing, and no line is ever there in part.
 */
public final class HalfSent {
  private final Path file;
  private final String key;
  private boolean whole;

  /**
   * @param folders {@code pending} lies in the data folder
   * @param key all that tells it from other things, as letters and digits
   */
  public HalfSent(UserFolders folders, String key) {
    this.key = key;
    this.file = folders.data().resolve("pending").resolve(key + ".parts");
  }

  public String key() {
    return key;
  }

  /**
   * The parts that have arrived, in order.
   *
   * @throws Fault.Storage where they cannot be read
   */
  public List<String> lines() {
    try {
      String all = Files.readString(file, StandardCharsets.UTF_8);
      return all.substring(0, wholeLines(all)).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** What follows the last line end was never written to its end. */
  private static int wholeLines(String all) {
    return all.lastIndexOf('\n') + 1;
  }

  /**
   * Notes that a part has arrived.
   *
   * @param line without a line end
   * @throws Fault.Storage where it cannot be kept
   */
  public void add(String line) {
    try {
      if (!whole) {
        OwnerOnly.folderOf(file);
        OwnerOnly.file(file);
        String all = Files.readString(file, StandardCharsets.UTF_8);
        if (wholeLines(all) < all.length()) {
          Files.writeString(file, all.substring(0, wholeLines(all)), StandardCharsets.UTF_8);
        }
        whole = true;
      }
      Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private Fault.Storage unwritten(IOException cause) {
    return new Fault.Storage(Sentence.of("journal.pending-unwritten", file.toString()), cause);
  }
}
