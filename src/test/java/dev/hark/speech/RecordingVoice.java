package dev.hark.speech;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An engine for tests: remembers what it was asked to say, and makes ten milliseconds of sound a
 * letter. Can be told to fail, or to hang.
 */
public final class RecordingVoice implements Synthesizer {
  /** What it does when asked to speak. */
  public enum Mood {
    WELL,
    FAILING,
    MUTE,
    HANGING,
    HANGING_HALFWAY,
    FAILING_HALFWAY
  }

  private final String name;
  private final Set<String> languages;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile Mood mood = Mood.WELL;
  private volatile int lastRate;
  private volatile boolean prepared;
  private volatile boolean closed;
  private volatile Set<Skill> skills = Skill.all();

  /**
   * @param languages ISO 639 codes
   */
  public RecordingVoice(String name, String... languages) {
    this.name = name;
    this.languages = Set.of(languages);
  }

  public RecordingVoice mood(Mood mood) {
    this.mood = mood;
    return this;
  }

  /** From now on it reads only this by itself; without a call, all. */
  public RecordingVoice skills(Set<Skill> skills) {
    this.skills = Set.copyOf(skills);
    return this;
  }

  /** The texts it was asked to say, in order, whether or not they were heard. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public int lastRate() {
    return lastRate;
  }

  public boolean prepared() {
    return prepared;
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean speaks(Locale language) {
    return languages.contains(language.getLanguage());
  }

  @Override
  public Set<Skill> skills(Locale language) {
    return skills;
  }

  @Override
  public void prepare() {
    prepared = true;
  }

  @Override
  public void speak(String text, Locale language, int rate, Pcm out) {
    asked.add(text);
    lastRate = rate;
    switch (mood) {
      case WELL -> sound(text.length(), out);
      case FAILING -> throw new IllegalStateException("told to fail");
      case MUTE -> throw new UnspeakableTextException(name);
      case HANGING -> hang();
      case HANGING_HALFWAY -> {
        sound(text.length() / 2, out);
        hang();
      }
      case FAILING_HALFWAY -> {
        sound(text.length() / 2, out);
        throw new IllegalStateException("told to fail halfway");
      }
    }
  }

  private static void sound(int letters, Pcm out) {
    short[] tenth = new short[160];
    java.util.Arrays.fill(tenth, (short) 1000);
    for (int i = 0; i < letters; i++) {
      if (!out.write(tenth, tenth.length, 16_000)) {
        return;
      }
    }
  }

  private void hang() {
    try {
      boolean freed = never.await(1, TimeUnit.MINUTES);
      assert !freed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
