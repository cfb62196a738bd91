package dev.hark.transcript.export;

import java.util.List;

/**
 * Subtitles as SubRip writes them. The form knows no escapes: players take what stands in angle or
 * curly brackets for orders, so these become signs that look alike.
 */
final class SubRip {
  private SubRip() {}

  static String of(List<Cue> cues) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      text.append(i + 1).append('\n');
      text.append(TimeCode.of(cue.startMillis(), ','))
          .append(" --> ")
          .append(TimeCode.of(cue.endMillis(), ','))
          .append('\n');
      cue.lines().forEach(line -> text.append(harmless(line)).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private static String harmless(String line) {
    return line.replace('<', '\u2039').replace('>', '\u203A').replace('{', '(').replace('}', ')');
  }
}
