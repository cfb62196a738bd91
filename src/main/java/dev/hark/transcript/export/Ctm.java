package dev.hark.transcript.export;

import dev.hark.transcript.join.TimedWord;
import dev.hark.transcript.join.Transcript;
import java.util.Locale;

/**
 * Time-marked words (NIST, SCTK, the CTM format): recording, channel, start and length in seconds,
 * word, probability. Words are small letters without signs, as they are compared.
 */
final class Ctm {
  private static final double SECOND = 1000.0;

  private Ctm() {}

  static String of(Transcript transcript, String recording) {
    String name = recording.replaceAll("[\\p{Z}\\p{C};]+", "_");
    StringBuilder text = new StringBuilder();
    for (TimedWord word : transcript.words()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s 1 %.3f %.3f %s %.4f\n",
              name.isEmpty() ? "recording" : name,
              word.startMillis() / SECOND,
              (word.endMillis() - word.startMillis()) / SECOND,
              word.word(),
              word.probability()));
    }
    return text.toString();
  }
}
