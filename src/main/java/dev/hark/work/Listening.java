package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.task.Mark;
import dev.hark.task.Question;
import java.util.List;

/**
 * What helps whoever writes down speech: the sound before theirs, the words that may come up, and
 * marks for what cannot be written.
 */
final class Listening {
  private final Session session;
  private final Answering answering;
  private final Sounds sounds;
  private final Runnable save;

  /**
   * @param save keeps the answer after each change
   */
  Listening(Session session, Answering answering, Sounds sounds, Runnable save) {
    this.session = session;
    this.answering = answering;
    this.sounds = sounds;
    this.save = save;
  }

  /** Whether it is of use for what is asked. */
  boolean knows(Action action) {
    return answering.part() instanceof Question.Transcription asked
        && switch (action) {
          case CONTEXT -> asked.context().isPresent();
          case GLOSSARY -> !asked.glossary().isEmpty();
          default -> true;
        };
  }

  void act(Action action) {
    if (!(answering.part() instanceof Question.Transcription asked)) {
      session.say().answer("session.not-written-down");
      return;
    }
    switch (action) {
      case CONTEXT -> context(asked);
      case GLOSSARY -> glossary(asked);
      case UNCLEAR -> add(Mark.UNCLEAR);
      case NO_SPEECH -> noSpeech();
      case SEVERAL_SPEAKERS -> toggle(Mark.SEVERAL_SPEAKERS);
      default -> throw new IllegalArgumentException(action + " is no help in listening");
    }
  }

  private void context(Question.Transcription asked) {
    asked
        .context()
        .ifPresentOrElse(
            before -> {
              sounds.playBefore(before);
              session.say().progress("session.context");
            },
            () -> session.say().answer("session.no-context"));
  }

  private void glossary(Question.Transcription asked) {
    session
        .say()
        .answer(
            asked.glossary().isEmpty()
                ? Sentence.of("session.no-glossary")
                : Sentence.of("session.glossary", asked.glossary()));
  }

  /** It stands in the place of the whole answer. */
  private void noSpeech() {
    if (Mark.without(answering.text()).isEmpty()) {
      toggle(Mark.NO_SPEECH);
    } else {
      session.say().answer("session.words-there");
    }
  }

  private void toggle(Mark mark) {
    String text = answering.text();
    if (mark.in(text)) {
      change(mark.takenFrom(text));
      session.say().answer("session.mark-gone", words(List.of(mark)));
    } else {
      add(mark);
    }
  }

  private void add(Mark mark) {
    String text = answering.text().strip();
    change(text.isEmpty() ? mark.written() : text + " " + mark.written());
    session.say().answer("session.marked", words(List.of(mark)));
  }

  private void change(String text) {
    answering.text(text);
    save.run();
  }

  /** The marks as they are said. */
  static List<Sentence> words(List<Mark> marks) {
    return marks.stream()
        .map(
            mark ->
                Sentence.of(
                    switch (mark) {
                      case UNCLEAR -> "session.mark-unclear";
                      case NO_SPEECH -> "session.mark-no-speech";
                      case SEVERAL_SPEAKERS -> "session.mark-several-speakers";
                    }))
        .toList();
  }
}
