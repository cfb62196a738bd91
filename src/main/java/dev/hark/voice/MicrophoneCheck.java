package dev.hark.voice;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Level;
import dev.hark.work.Microphone;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a voice would be understood.
 *
 * @param good whether nothing need be done
 * @param told how it is, and what to do
 */
public record MicrophoneCheck(boolean good, Sentence told) {
  private static final Duration MOMENT = Duration.ofMillis(80);

  /** Listens while somebody speaks, or until the sound ends. */
  public static MicrophoneCheck of(SoundInput input) {
    Trial trial = new Trial();
    short[] step = new short[Endpoints.STEP];
    try (SoundInput.Source source = input.open()) {
      boolean more = true;
      while (more) {
        if (!source.read(step)) {
          Optional<Sentence> trouble = source.trouble();
          return trouble.map(MicrophoneCheck::bad).orElseGet(trial::end);
        }
        more = trial.take(step);
      }
    }
    return trial.end();
  }

  private static MicrophoneCheck bad(Sentence why) {
    return new MicrophoneCheck(false, why);
  }

  /** What is heard meanwhile. Used by one thread. */
  static final class Trial {
    private final Level level = new Level();
    private final Endpoints endpoints = new Endpoints(MOMENT, MOMENT, MOMENT, Microphone.CHECK);
    private int left = (int) (Microphone.CHECK.toMillis() / 10);
    private boolean spoke;

    /**
     * Takes {@link Endpoints#STEP} samples.
     *
     * @return false where that is enough
     */
    boolean take(short[] step) {
      level.take(step, step.length);
      spoke |= endpoints.take(step) == Endpoints.Event.BEGAN;
      return --left > 0;
    }

    MicrophoneCheck end() {
      return level
          .complaint(spoke)
          .map(MicrophoneCheck::bad)
          .orElseGet(
              () ->
                  new MicrophoneCheck(
                      true,
                      Sentence.of(
                          "listen.good-level", Math.round(level.loudest() - level.softest()))));
    }
  }
}
