package dev.hark.speech.dispatcher;

import java.util.List;

/**
 * What a speech server says: an answer to a command, or an event of its own.
 *
 * @param code three digits: 1 and 2 in front are good, 3 to 5 are not, 7 are events
 * @param lines without their codes; the last one is for people
 */
record SsipReply(int code, List<String> lines) {
  static final int BEGIN = 701;
  static final int END = 702;
  static final int CANCELED = 703;
  static final int PAUSED = 704;
  static final int RESUMED = 705;

  SsipReply {
    lines = List.copyOf(lines);
  }

  boolean isEvent() {
    return code / 100 == 7;
  }

  boolean isGood() {
    return code / 100 <= 2;
  }
}
