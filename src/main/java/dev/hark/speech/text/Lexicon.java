package dev.hark.speech.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person's own pronunciations, found wherever the words stand by themselves. */
final class Lexicon {
  private final Map<Integer, List<Entry>> byFirst = new HashMap<>();

  private record Entry(String written, String said) {}

  /**
   * @param entries by language; those of {@code *} count for all
   */
  Lexicon(Map<String, Map<String, String>> entries, String language) {
    entries.getOrDefault("*", Map.of()).forEach(this::add);
    entries.getOrDefault(language, Map.of()).forEach(this::add);
    for (List<Entry> same : byFirst.values()) {
      same.sort(Comparator.comparingInt((Entry entry) -> entry.written().length()).reversed());
    }
  }

  private void add(String written, String said) {
    int first = Character.toLowerCase(written.codePointAt(0));
    List<Entry> same = byFirst.computeIfAbsent(first, _ -> new ArrayList<>());
    same.removeIf(entry -> entry.written().equalsIgnoreCase(written));
    same.add(new Entry(written, said));
  }

  /** The longest entry that stands at this place, in small letters or capitals. */
  Notations.@Nullable Found at(String text, int from) {
    for (Entry entry :
        byFirst.getOrDefault(Character.toLowerCase(text.codePointAt(from)), List.of())) {
      int end = from + entry.written().length();
      if (text.regionMatches(true, from, entry.written(), 0, entry.written().length())
          && endsThere(text, end)) {
        return new Notations.Found(entry.said(), end);
      }
    }
    return null;
  }

  private static boolean endsThere(String text, int end) {
    return end == text.length()
        || !Character.isLetterOrDigit(text.codePointAt(end))
        || !Character.isLetterOrDigit(text.codePointBefore(end));
  }
}
