package dev.hark.filter;

import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The two lists of a user.
 *
 * @param blocked what is never shown
 * @param included what is shown whatever filters say
 */
public record ListFiles(ListFile blocked, ListFile included) {
  /**
   * @param config the user's folder
   */
  public static ListFiles in(Path config) {
    return new ListFiles(
        new ListFile(config.resolve("blocked")), new ListFile(config.resolve("included")));
  }

  /**
   * Both, as they are now.
   *
   * @param tell hears of each line that cannot be read
   */
  public TaskLists read(Consumer<Sentence> tell) {
    ListFile.Content block = blocked.read();
    ListFile.Content include = included.read();
    block.faults().forEach(tell);
    include.faults().forEach(tell);
    return new TaskLists(new ListRules(block.rules()), new ListRules(include.rules()));
  }
}
