package dev.hark.speech.dispatcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the server is asked to speak. What the person leaves as it is, is left as they set it for
 * their screen reader.
 *
 * @param voice a name of the server's own; empty for the person's
 * @param home what language that voice is for; other texts go by their language alone
 * @param pitch percent of the person's own, 50 to 200
 * @param volume percent, 0 to 200; the server's own full one from 100 on
 */
public record DispatcherSettings(String voice, Locale home, int pitch, int volume) {
  private static final int SLOWEST = 80;
  private static final int USUAL = 170;
  private static final int FASTEST = 450;

  /** Commands that come before a text of this language. */
  List<String> commands(Locale language, int rate) {
    List<String> commands = new ArrayList<>();
    commands.add("SET SELF LANGUAGE " + language.toLanguageTag());
    if (!voice.isEmpty() && home.getLanguage().equals(language.getLanguage())) {
      commands.add("SET SELF SYNTHESIS_VOICE " + voice);
    }
    commands.add("SET SELF RATE " + rate(rate));
    if (pitch != 100) {
      commands.add(
          "SET SELF PITCH " + (pitch < 100 ? (pitch - 100) * 2 : Math.min(pitch - 100, 100)));
    }
    if (volume < 100) {
      commands.add("SET SELF VOLUME " + (volume * 2 - 100));
    }
    return List.copyOf(commands);
  }

  /**
   * Words a minute on the server's scale of -100 to 100, in the middle of which its modules speak
   * about 170, at its ends 80 and 450.
   */
  static int rate(int words) {
    double scale =
        words < USUAL
            ? (double) (words - USUAL) / (USUAL - SLOWEST)
            : (double) (words - USUAL) / (FASTEST - USUAL);
    return Math.clamp(Math.round(scale * 100), -100, 100);
  }
}
