package dev.hark.speech;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of one file of a person's, told together, each with its line and what to do. */
final class FileFaults {
  /** More at once help nobody. */
  private static final int MOST = 10;

  private final String file;
  private final List<Sentence> found = new ArrayList<>();
  private @Nullable Exception cause;

  /**
   * @param file as it is told
   */
  FileFaults(String file) {
    this.file = file;
  }

  /**
   * @param line counted from 1
   * @param more what follows the file and the line in the sentence
   */
  void add(String key, int line, Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = file;
    args[1] = line;
    System.arraycopy(more, 0, args, 2, more.length);
    if (found.size() < MOST) {
      found.add(Sentence.of(key, args));
    }
  }

  /** A fault that ends the reading. */
  Fault.BadFile fatal(String key, int line, @Nullable Exception cause) {
    add(key, line);
    this.cause = cause;
    return fault();
  }

  /**
   * @throws Fault.BadFile where there are any
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw fault();
    }
  }

  private Fault.BadFile fault() {
    Sentence all = found.getFirst();
    for (Sentence next : found.subList(1, found.size())) {
      all = Sentence.of("voice.and", all, next);
    }
    return new Fault.BadFile(all, cause);
  }
}
