package dev.hark.hub.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;

/**
 * How one of the market's speakers sounds.
 *
 * @param rate words a minute
 * @param pitch times the engine's own pitch, 0.5 to 2
 * @param colour what the line or the tape does to the sound
 */
record VoicePlan(int rate, double pitch, Colour colour) {
  /** What stands between the speaker and the listener. */
  enum Colour {
    PLAIN,
    TELEPHONE,
    CRACKLE
  }

  static Map<String, VoicePlan> load() {
    return Resources.json("voices.json", new TypeReference<Map<String, VoicePlan>>() {});
  }
}
