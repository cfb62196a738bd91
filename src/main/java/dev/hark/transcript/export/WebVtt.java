package dev.hark.transcript.export;

import java.util.List;

/** Subtitles for the web. A player takes each line's direction from its first letter. */
final class WebVtt {
  private WebVtt() {}

  static String of(List<Cue> cues) {
    StringBuilder text = new StringBuilder("WEBVTT\n\n");
    for (Cue cue : cues) {
      text.append(TimeCode.of(cue.startMillis(), '.'))
          .append(" --> ")
          .append(TimeCode.of(cue.endMillis(), '.'))
          .append('\n');
      cue.lines().forEach(line -> text.append(escaped(line)).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private static String escaped(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
