package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Recognizer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the microphone hears a voice well, by recordings in its place. */
@Requirement("VOI-41")
final class MicrophoneCheckTest {
  @TempDir Path home;

  private String told(int code, short[] samples, String... more) {
    Path file = home.resolve("said.wav");
    Wav.write(file, new Clip(samples, Recognizer.RATE));
    String[] words = new String[more.length + 3];
    words[0] = "doctor";
    words[1] = "--sound-from";
    words[2] = file.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    HarkRun.Outcome outcome = new HarkRun(home).run(words);
    assertEquals(code, outcome.code(), outcome.out() + outcome.err());
    return outcome.lines().stream()
        .filter(line -> line.startsWith("Micro"))
        .findFirst()
        .orElseThrow();
  }

  private static short[] speech(IntUnaryOperator change) {
    try (FreeTtsSynthesizer voice = new FreeTtsSynthesizer()) {
      short[] said =
          Speech.of(voice, Locale.ENGLISH, "The old lighthouse keeper rowed out at dawn.")
              .inRoom(Recognizer.RATE, Recognizer.RATE, 1)
              .samples();
      for (int i = 0; i < said.length; i++) {
        said[i] = (short) Math.clamp(change.applyAsInt(said[i]), Short.MIN_VALUE, Short.MAX_VALUE);
      }
      return said;
    }
  }

  private static short[] noise(int amplitude) {
    Random random = new Random(1);
    short[] noise = new short[4 * Recognizer.RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextGaussian() * amplitude);
    }
    return noise;
  }

  @Test
  void aVoiceThatIsLoudEnoughIsWellHeard() {
    String told = told(0, speech(sample -> sample));
    assertTrue(
        told.matches("Microphone: I hear you well, \\d+ decibels louder than the room."), told);
  }

  @Test
  void whatIsWrongIsToldWithWhatToDo() {
    assertEquals(
        "Microphone: I hear you softly, and may miss words. Come nearer, or turn the microphone"
            + " up.",
        told(1, speech(sample -> sample / 60)));
    assertEquals(
        "Microphone: That was too loud in parts. Speak softer, or further away.",
        told(1, speech(sample -> sample * 12)));
    assertEquals("Microphone: It is loud here; I may miss words.", told(1, noise(1_500)));
    assertEquals("Microphone: Nobody spoke.", told(1, noise(30)));
    assertEquals(
        "Microphone: I hear nothing; is the microphone on?",
        told(1, new short[2 * Recognizer.RATE]));
    assertEquals(
        "Microfoon: Ik hoor niets; staat de microfoon aan?",
        told(1, new short[Recognizer.RATE], "--lang", "nl"));
  }

  @Test
  void withoutAMicrophoneThatIsSaid() {
    HarkRun.Outcome outcome =
        new HarkRun(home).run("doctor", "--sound-from", home.resolve("none.wav").toString());
    assertEquals(1, outcome.code());
    assertTrue(outcome.out().contains("none.wav"), outcome.out());
  }
}
