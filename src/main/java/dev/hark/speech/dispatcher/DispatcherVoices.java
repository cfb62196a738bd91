package dev.hark.speech.dispatcher;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The voices of a speech server.
 *
 * @param names of all
 * @param languages their codes, ISO 639, sorted
 */
record DispatcherVoices(Set<String> names, Set<String> languages) {
  /** Asks, over a connection of its own, as the list may be long. */
  static DispatcherVoices of(SsipAddress address) throws IOException {
    Set<String> names = new TreeSet<>();
    Set<String> languages = new TreeSet<>();
    try (SsipConnection connection = new SsipConnection(address, "hark")) {
      for (String line : connection.ask("LIST SYNTHESIS_VOICES").lines()) {
        String[] columns = line.split("\t", -1);
        if (columns.length > 1) {
          names.add(columns[0]);
          languages.add(columns[1].replaceAll("[-_].*", "").toLowerCase(Locale.ROOT));
        }
      }
    }
    return new DispatcherVoices(names, languages);
  }
}
