package dev.hark.hub.demo;

import dev.hark.audio.Clip;
import dev.hark.speech.Synthesizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Turns a recording into sound: the same recording always into the same sound. One engine speaks
 * for all voices, since each engine takes a third of a second and some megabytes to load. Safe for
 * use by several threads, one of which speaks at a time.
 */
final class Narrator {
  private static final int PAUSE_MILLIS = 120;

  private final Sentences sentences;
  private final Map<String, VoicePlan> voices;
  private final Synthesizer engine;

  Narrator(Sentences sentences, Map<String, VoicePlan> voices, Synthesizer engine) {
    this.sentences = sentences;
    this.voices = Map.copyOf(voices);
    this.engine = engine;
  }

  boolean knows(Recording recording) {
    return voices.containsKey(recording.voice())
        && sentences.ids().containsAll(recording.sentences());
  }

  /**
   * @throws IllegalArgumentException where there is no such voice or sentence
   */
  synchronized Clip speak(Recording recording) {
    VoicePlan plan = voices.get(recording.voice());
    if (plan == null) {
      throw new IllegalArgumentException("no voice " + recording.voice());
    }
    Track track = new Track();
    int rate = (int) Math.round(plan.rate() / plan.pitch());
    for (String id : recording.sentences()) {
      engine.speak(sentences.find(id).text(), Locale.ENGLISH, rate, track::add);
      track.silence(PAUSE_MILLIS);
    }
    Clip voice = Shaping.faster(track.clip(), plan.pitch());
    return switch (plan.colour()) {
      case PLAIN -> voice;
      case TELEPHONE -> Shaping.telephone(voice);
      case CRACKLE -> Shaping.crackle(voice, new Random(recording.key().hashCode()));
    };
  }

  /** Samples as they come in. */
  private static final class Track {
    private short[] samples = new short[64_000];
    private int length;
    private int rate = 16_000;

    boolean add(short[] more, int count, int samplesPerSecond) {
      rate = samplesPerSecond;
      room(count);
      System.arraycopy(more, 0, samples, length, count);
      length += count;
      return true;
    }

    void silence(int millis) {
      int count = rate * millis / 1000;
      room(count);
      length += count;
    }

    private void room(int count) {
      if (length + count > samples.length) {
        samples = Arrays.copyOf(samples, Math.max(samples.length * 2, length + count));
      }
    }

    Clip clip() {
      return new Clip(Arrays.copyOf(samples, length), rate);
    }
  }
}
