package dev.hark.hub.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each recording sounds, known without making it. A test holds the file against the sound.
 *
 * @param millis by the key of a recording
 */
record ClipLengths(Map<String, Long> millis) {
  static ClipLengths load() {
    Map<String, Long> millis = new HashMap<>();
    for (String line : Resources.lines("lengths.txt")) {
      int space = line.indexOf(' ');
      millis.put(line.substring(0, space), Long.valueOf(line.substring(space + 1)));
    }
    return new ClipLengths(Map.copyOf(millis));
  }

  /**
   * @throws IllegalStateException where nobody has measured it
   */
  Duration of(Recording recording) {
    Long known = millis.get(recording.key());
    if (known == null) {
      throw new IllegalStateException("lengths.txt lacks " + recording.key());
    }
    return Duration.ofMillis(known);
  }
}
