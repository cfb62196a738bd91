package dev.hark.speech;

import dev.hark.speech.text.Style;
import java.util.Locale;
import java.util.Map;

/**
 * How Hark speaks, as a file in {@code voices/} says.
 *
 * @param name the file's name without its ending
 * @param sentence what it is like, in a sentence
 * @param engine one of {@link Engines#NAMES}
 * @param voice the engine's own name of a voice; empty for its usual one
 * @param language what the voice speaks
 * @param rate words a minute, 60 to 600
 * @param pitch percent of the voice's own, 50 to 200
 * @param volume percent, 0 to 200
 * @param style how text is read
 * @param sounds whether short sounds go with what is said
 * @param sentences what it is like, by language code, English at least
 */
public record VoiceProfile(
    String name,
    String sentence,
    String engine,
    String voice,
    Locale language,
    int rate,
    int pitch,
    int volume,
    Style style,
    boolean sounds,
    Map<String, String> sentences) {
  public VoiceProfile {
    sentences = Map.copyOf(sentences);
  }

  /** Read in the usual style, with sounds. */
  public VoiceProfile(
      String name,
      String sentence,
      String engine,
      String voice,
      Locale language,
      int rate,
      int pitch,
      int volume) {
    this(
        name,
        sentence,
        engine,
        voice,
        language,
        rate,
        pitch,
        volume,
        Style.USUAL,
        true,
        Map.of("en", sentence));
  }

  /** The same at another rate, in words a minute. */
  public VoiceProfile at(int wordsAMinute) {
    return new VoiceProfile(
        name,
        sentence,
        engine,
        voice,
        language,
        wordsAMinute,
        pitch,
        volume,
        style,
        sounds,
        sentences);
  }
}
