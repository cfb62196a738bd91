package dev.hark.speech;

import dev.hark.speech.text.Speakable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes deliveries of voice profiles. Profiles that sound alike share their engines. */
public final class Deliveries {
  private Deliveries() {}

  private record Sound(String engine, String voice, Locale language, int pitch, int volume) {}

  /**
   * @param profiles one for each purpose that has its own, the interface's at least
   * @param environment of the process, to find engines
   * @param device whether sound is to be heard, so that an engine with a device of its own may be
   *     used
   */
  public static Map<Purpose, Delivery> of(
      Map<Purpose, VoiceProfile> profiles, Map<String, String> environment, boolean device) {
    Map<Purpose, Delivery> deliveries = new EnumMap<>(Purpose.class);
    Map<Sound, List<Synthesizer>> engines = new HashMap<>();
    profiles.forEach(
        (purpose, profile) -> {
          List<Synthesizer> own =
              engines.computeIfAbsent(
                  sound(profile), _ -> Engines.forProfile(profile, environment, device));
          deliveries.put(
              purpose, new Delivery(own, profile.rate(), new Speakable(profile.style())));
        });
    return deliveries;
  }

  private static Sound sound(VoiceProfile profile) {
    return new Sound(
        profile.engine(), profile.voice(), profile.language(), profile.pitch(), profile.volume());
  }
}
