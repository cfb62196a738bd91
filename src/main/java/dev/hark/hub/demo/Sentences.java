package dev.hark.hub.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the voices say, each sentence with the work it comes from.
 *
 * @param byId in the file's order
 */
record Sentences(Map<String, Spoken> byId) {

  /**
   * @param text as a person would write it down
   * @param source author, work and year, or whose saying it is
   */
  record Spoken(String text, String source) {}

  static Sentences load() {
    Map<String, Spoken> byId = new LinkedHashMap<>();
    String source = "";
    for (String line : Resources.lines("sentences.txt")) {
      if (line.startsWith("== ")) {
        source = line.substring(3).strip();
        continue;
      }
      int space = line.indexOf(' ');
      if (space < 1 || byId.put(line.substring(0, space), spoken(line, space, source)) != null) {
        throw new IllegalStateException("no sentence, or one id twice: " + line);
      }
    }
    return new Sentences(byId);
  }

  private static Spoken spoken(String line, int space, String source) {
    return new Spoken(line.substring(space + 1).strip(), source);
  }

  Set<String> ids() {
    return byId.keySet();
  }

  /** The sentences one after the other. */
  String text(List<String> ids) {
    return ids.stream().map(id -> find(id).text()).collect(Collectors.joining(" "));
  }

  Spoken find(String id) {
    Spoken spoken = byId.get(id);
    if (spoken == null) {
      throw new IllegalArgumentException("no sentence " + id);
    }
    return spoken;
  }
}
