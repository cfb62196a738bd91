package dev.hark.transcript.export;

import java.util.Locale;

/** Times as subtitles write them. */
final class TimeCode {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private TimeCode() {}

  /** Hours, minutes, seconds and thousandths, such as 01:02:03,004. */
  static String of(long millis, char point) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / HOUR,
        millis % HOUR / MINUTE,
        millis % MINUTE / SECOND,
        point,
        millis % SECOND);
  }
}
