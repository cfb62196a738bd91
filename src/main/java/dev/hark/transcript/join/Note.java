package dev.hark.transcript.join;

import dev.hark.task.Mark;

/** What is to be known of a piece beside its words. */
public enum Note {
  /** Nothing. */
  NONE(""),
  /** Most say that nobody speaks. */
  NO_SPEECH(""),
  /** Most say that it cannot be understood. */
  UNCLEAR(Mark.UNCLEAR.written()),
  /** Most say that several people speak at once. */
  SEVERAL_SPEAKERS(""),
  /** Nobody has answered yet. */
  NO_ANSWER("[no answer yet]");

  private final String words;

  Note(String words) {
    this.words = words;
  }

  /** What stands in the place of words where a piece has none; empty for nothing. */
  public String words() {
    return words;
  }
}
