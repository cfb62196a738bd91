package dev.hark.speech;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one file of a person's, told together from its first line on, each with its line
 * and what to do.
 */
final class FileFaults {
  /** More at once help nobody. */
  private static final int MOST = 10;

  private final String file;
  private final List<Found> found = new ArrayList<>();
  private @Nullable Exception cause;

  private record Found(String key, int line, Object... more) {
    Sentence at(Sentence place) {
      return new Sentence(key, Stream.concat(Stream.of(place), Stream.of(more)).toList());
    }
  }

  /**
   * @param file as it is told
   */
  FileFaults(String file) {
    this.file = file;
  }

  /**
   * @param line counted from 1
   * @param more what follows the place in the sentence
   */
  void add(String key, int line, Object... more) {
    if (found.size() < MOST) {
      found.add(new Found(key, line, more));
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
    found.sort(Comparator.comparingInt(Found::line));
    Found first = found.getFirst();
    Sentence all = first.at(Sentence.of("voice.at-first", file, first.line()));
    for (Found next : found.subList(1, found.size())) {
      all = Sentence.of("voice.and", all, next.at(Sentence.of("voice.at", next.line())));
    }
    return new Fault.BadFile(all, cause);
  }
}
