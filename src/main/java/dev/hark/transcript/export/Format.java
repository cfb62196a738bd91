package dev.hark.transcript.export;

import dev.hark.transcript.join.Transcript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form in which a text can leave. */
public enum Format {
  /** Plain text, a line for each paragraph. */
  TXT {
    @Override
    public String of(Transcript transcript, String recording) {
      return PlainText.of(transcript);
    }
  },
  /** Subtitles as SubRip writes them. */
  SRT {
    @Override
    public String of(Transcript transcript, String recording) {
      return SubRip.of(Cues.of(transcript.shown()));
    }
  },
  /** Subtitles for the web (W3C, WebVTT: The Web Video Text Tracks Format). */
  VTT {
    @Override
    public String of(Transcript transcript, String recording) {
      return WebVtt.of(Cues.of(transcript.shown()));
    }
  },
  /** A line for each word with its time and probability, as NIST's scoring programs read it. */
  CTM {
    @Override
    public String of(Transcript transcript, String recording) {
      return Ctm.of(transcript, recording);
    }
  };

  /**
   * Writes a text.
   *
   * @param recording a name for it
   * @return lines that end with a line feed; empty where there is no word
   */
  public abstract String of(Transcript transcript, String recording);

  /** By its name or the end of a file's, such as srt. */
  public static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
