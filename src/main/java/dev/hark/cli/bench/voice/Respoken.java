package dev.hark.cli.bench.voice;

import dev.hark.speech.Synthesizer;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.transcript.WordErrors;
import dev.hark.transcript.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Texts that are said again for a recogniser, and what it writes down. */
public final class Respoken {
  private static final int BEFORE = Recognizer.RATE / 3;
  private static final int AFTER = Recognizer.RATE * 6 / 10;
  private static final int CHUNK = Recognizer.RATE / 10;

  private final Recognizer recognizer;

  /**
   * @param recognizer stays open
   */
  public Respoken(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /** What is said in the recordings of a folder, in their order, as its manifest tells. */
  public static List<String> references(Path folder) {
    Path manifest = folder.resolve("manifest.tsv");
    if (!Files.isRegularFile(manifest)) {
      return List.of();
    }
    try {
      return Files.readAllLines(manifest).stream()
          .skip(1)
          .map(line -> line.split("\t", -1)[2])
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is understood of a text that a voice says. */
  public Hypothesis heard(Synthesizer voice, String text) {
    short[] samples = Speech.of(voice, Locale.ENGLISH, text).inRoom(BEFORE, AFTER, 1).samples();
    Recognizer.Hearing hearing = recognizer.begin(_ -> {});
    for (int at = 0; at < samples.length; at += CHUNK) {
      short[] chunk = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + CHUNK));
      hearing.hear(chunk, chunk.length);
    }
    return hearing.end();
  }

  /** Errors over all texts. */
  public WordErrors errors(Synthesizer voice, List<String> texts) {
    WordErrors all = WordErrors.NONE;
    for (String text : texts) {
      all = all.plus(WordErrors.of(Words.of(text), Words.of(heard(voice, text).text())));
    }
    return all;
  }
}
