package dev.hark.transcript.join;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a recording.
 *
 * @param words in the order of their times
 * @param passages likewise
 * @param notes what stands in the place of words
 */
public record Transcript(List<TimedWord> words, List<Passage> passages, NoteWords notes) {
  public Transcript {
    words = List.copyOf(words);
    passages = List.copyOf(passages);
  }

  /** With notes as marks are written. */
  public Transcript(List<TimedWord> words, List<Passage> passages) {
    this(words, passages, NoteWords.MARKS);
  }

  /** The same with other notes. */
  public Transcript with(NoteWords others) {
    return new Transcript(words, passages, others);
  }

  /**
   * What a reader sees at a time: a word, or a note in the place of words.
   *
   * @param text never empty, without white space but for a note's
   * @param startMillis from the begin of the recording
   * @param passage number of the passage
   */
  public record Shown(String text, long startMillis, long endMillis, int passage) {}

  /** Words, and the notes of passages without words, in order. */
  public List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      int before = at;
      for (; at < words.size() && words.get(at).passage() == i; at++) {
        TimedWord word = words.get(at);
        String text = SafeSurface.of(word.surface());
        if (!text.isEmpty()) {
          shown.add(new Shown(text, word.startMillis(), word.endMillis(), i));
        }
      }
      String note = notes.of(passage.note());
      if (at == before && !note.isEmpty()) {
        shown.add(new Shown(note, passage.startMillis(), passage.endMillis(), i));
      }
    }
    return shown;
  }
}
