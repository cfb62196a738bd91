package dev.hark.cli.bench.voice;

import dev.hark.audio.SoundInput;
import dev.hark.speech.Synthesizer;
import dev.hark.voice.Spoken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the ear for commands makes of phrases, of sentences, and of real speech. */
public final class CommandFigures {
  private final CommandTrial trial;

  public CommandFigures(CommandTrial trial) {
    this.trial = trial;
  }

  /**
   * All phrases, spoken by one voice.
   *
   * @param phrases how many there are
   * @param understood how many were understood, and nothing besides
   * @param millis from the end of each that was understood to its action
   */
  public record Phrases(int phrases, int understood, List<Double> millis) {
    public Phrases {
      millis = List.copyOf(millis);
    }
  }

  /**
   * @param decibels white noise is below the speech; none where it is not finite
   */
  public Phrases phrases(Synthesizer voice, double decibels) {
    List<String> phrases = trial.book().grammar().phrases();
    int understood = 0;
    List<Double> millis = new ArrayList<>();
    for (String phrase : phrases) {
      Spoken wanted = trial.book().meaning(phrase).orElseThrow();
      Speech speech = Speech.of(voice, Locale.ENGLISH, phrase);
      CommandTrial.Outcome outcome =
          Double.isFinite(decibels) ? trial.noisy(speech, decibels) : trial.clean(speech);
      if (outcome.is(wanted)) {
        understood++;
        outcome.millis().ifPresent(millis::add);
      }
    }
    return new Phrases(phrases.size(), understood, millis);
  }

  /** How many of the sentences are taken for a command, spoken by one voice. */
  public int taken(Synthesizer voice, List<String> sentences) {
    return (int)
        sentences.stream()
            .map(sentence -> trial.clean(Speech.of(voice, Locale.ENGLISH, sentence)))
            .filter(outcome -> !outcome.commands().isEmpty())
            .count();
  }

  /** How many recordings in a folder are taken for a command. */
  public int takenOf(List<Path> recordings) {
    return (int)
        recordings.stream()
            .map(file -> trial.clean(Speech.read(file)))
            .filter(outcome -> !outcome.commands().isEmpty())
            .count();
  }

  /**
   * Pieces of recordings, cut without regard to words.
   *
   * @param taken how many of them are taken for a command
   */
  public record Pieces(int taken, int pieces) {}

  /**
   * @param length of each piece; each begins two thirds of that after the one before
   */
  public Pieces pieces(List<Path> recordings, Duration length) {
    int samples = (int) (length.toMillis() * SoundInput.RATE / 1000);
    int taken = 0;
    int count = 0;
    for (Path file : recordings) {
      short[] all = Speech.read(file).samples();
      for (int from = 0; from + samples <= all.length; from += samples * 2 / 3) {
        Speech piece = new Speech(Arrays.copyOfRange(all, from, from + samples));
        taken += trial.clean(piece).commands().isEmpty() ? 0 : 1;
        count++;
      }
    }
    return new Pieces(taken, count);
  }

  /** The FLAC files of a folder; none where there is no such folder. */
  public static List<Path> recordings(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".flac")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
