package dev.hark.transcript.join;

/**
 * What stands in a text in the place of words.
 *
 * @param unclear where most say that a piece cannot be understood
 * @param noAnswer where nobody has answered yet
 */
public record NoteWords(String unclear, String noAnswer) {
  /** As marks are written, in every language. */
  public static final NoteWords MARKS = new NoteWords(Note.UNCLEAR.words(), Note.NO_ANSWER.words());

  /** Empty where nothing stands there. */
  public String of(Note note) {
    return switch (note) {
      case UNCLEAR -> unclear;
      case NO_ANSWER -> noAnswer;
      case NONE, NO_SPEECH, SEVERAL_SPEAKERS -> "";
    };
  }
}
