package dev.hark.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.work.Microphone.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Requirement("VOI-32")
class DictatingTest {
  private final Random random = new Random(5);
  private final List<Taken> taken = new ArrayList<>();
  private final Counting recognizer = new Counting();
  private final Dictating dictating = new Dictating(recognizer, taken::add);

  /** Understands one word a second of what it is given. */
  private static final class Counting implements Recognizer, Recognizer.Hearing {
    private int samples;
    private boolean abandoned;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public boolean understands(Locale language) {
      return true;
    }

    @Override
    public Hearing begin(Consumer<Hypothesis> partial) {
      return this;
    }

    @Override
    public void hear(short[] sound, int length) {
      samples += length;
    }

    @Override
    public Hypothesis end() {
      List<Hypothesis.Word> words = new ArrayList<>();
      for (int i = 0; i < samples / RATE; i++) {
        words.add(new Hypothesis.Word("word", 0.5));
      }
      return new Hypothesis(words);
    }

    @Override
    public void abandon() {
      abandoned = true;
    }

    @Override
    public void close() {}
  }

  /** Gives noise of that amplitude for so long, or until it has heard enough. */
  private boolean sound(double amplitude, int millis) {
    short[] step = new short[Endpoints.STEP];
    for (int i = 0; i < millis / 10; i++) {
      for (int k = 0; k < step.length; k++) {
        double sample = amplitude * random.nextGaussian();
        step[k] = (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
      }
      if (!dictating.take(step)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> key(Optional<Sentence> sentence) {
    return sentence.map(Sentence::key);
  }

  private String failure() {
    return assertInstanceOf(Taken.Failed.class, taken.getLast()).why().key();
  }

  @Test
  void aMicrophoneThatIsOffIsAskedAbout() {
    assertFalse(sound(0, 15_000));
    assertEquals(Optional.empty(), dictating.end());
    assertEquals("listen.nothing-heard", failure());
    assertTrue(recognizer.abandoned);
  }

  @Test
  void aRoomInWhichNobodySpeaksIsNotAMicrophoneThatIsOff() {
    assertFalse(sound(30, 15_000));
    assertEquals(Optional.empty(), dictating.end());
    assertEquals("listen.nobody-spoke", failure());
  }

  @Test
  void aLongPauseEndsAndAShortOneDoesNot() {
    assertTrue(sound(3, 500));
    assertTrue(sound(3000, 2000));
    assertTrue(sound(3, 1000));
    assertTrue(sound(3000, 2000));
    assertFalse(sound(3, 1700));
    assertEquals(Optional.empty(), key(dictating.end()));
    assertTrue(assertInstanceOf(Taken.Said.class, taken.getLast()).words().words().size() >= 5);
  }

  @Test
  void aVoiceThatIsTooLoudAndALoudRoomAreTold() {
    assertTrue(sound(3, 500));
    assertTrue(sound(30_000, 1000));
    assertFalse(sound(3, 1700));
    assertEquals(Optional.of("listen.clipped"), key(dictating.end()));
    assertInstanceOf(Taken.Said.class, taken.getLast());
  }

  @Test
  void aLoudRoomIsTold() {
    assertTrue(sound(900, 2000));
    assertTrue(sound(9000, 1500));
    assertFalse(sound(900, 4000));
    assertEquals(Optional.of("listen.loud-room"), key(dictating.end()));
  }

  @Test
  void aMicrophoneThatIsUnpluggedKeepsWhatWasSaid() {
    assertTrue(sound(3, 500));
    assertTrue(sound(3000, 2000));
    assertEquals(
        Optional.of("listen.microphone-gone"),
        key(dictating.cutOff(Sentence.of("listen.microphone-gone"))));
    assertEquals(2, assertInstanceOf(Taken.Said.class, taken.getLast()).words().words().size());
    Dictating early = new Dictating(recognizer, taken::add);
    assertEquals(Optional.empty(), early.cutOff(Sentence.of("listen.microphone-gone")));
    assertEquals("listen.microphone-gone", failure());
  }
}
