package dev.hark.voice;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a voice would be understood.
 *
 * @param good whether nothing need be done
 * @param told how it is, and what to do
 */
public record MicrophoneCheck(boolean good, Sentence told) {
  /** It is listened for so long. */
  public static final Duration LENGTH = Duration.ofSeconds(4);

  private static final int STEPS = (int) (LENGTH.toMillis() / 10);
  private static final Duration MOMENT = Duration.ofMillis(80);

  /** Listens while somebody speaks, or until the sound ends. */
  public static MicrophoneCheck of(SoundInput input) {
    Level level = new Level();
    Endpoints endpoints = new Endpoints(MOMENT, MOMENT, MOMENT, LENGTH);
    short[] step = new short[Endpoints.STEP];
    boolean spoke = false;
    try (SoundInput.Source source = input.open()) {
      for (int i = 0; i < STEPS; i++) {
        if (!source.read(step)) {
          Optional<Sentence> trouble = source.trouble();
          if (trouble.isPresent()) {
            return new MicrophoneCheck(false, trouble.get());
          }
          break;
        }
        level.take(step, step.length);
        spoke |= endpoints.take(step) == Endpoints.Event.BEGAN;
      }
    }
    return level
        .complaint(spoke)
        .map(complaint -> new MicrophoneCheck(false, complaint))
        .orElseGet(
            () ->
                new MicrophoneCheck(
                    true,
                    Sentence.of(
                        "listen.good-level", Math.round(level.loudest() - level.softest()))));
  }
}
