package dev.hark.work;

import dev.hark.fault.Sentence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Changes an answer word by word. Each change is kept before it is told, and can be taken back
 * until something is typed.
 */
final class Editing {
  private static final int MOST_STEPS = 200;

  private final Session session;
  private final Answering answering;
  private final Reading reading;
  private final Runnable save;
  private final Deque<Answering.Words> before = new ArrayDeque<>();

  /** The text after the last change, to notice that it was typed since. */
  private String after = "";

  private int cursor = Integer.MAX_VALUE;

  /**
   * @param save keeps the answer after each change
   */
  Editing(Session session, Answering answering, Reading reading, Runnable save) {
    this.session = session;
    this.answering = answering;
    this.reading = reading;
    this.save = save;
  }

  private WordText text() {
    return WordText.of(answering.text());
  }

  /** Index of the word where the worker is; the last where nothing was said of it. */
  int cursor() {
    return Math.clamp(cursor, 0, Math.max(0, text().count() - 1));
  }

  /** Typing is at this place of the text. */
  void place(int place) {
    WordText text = text();
    cursor = place >= text.text().length() ? Integer.MAX_VALUE : text.at(place);
  }

  /** Another part of a form, or another text. */
  void reset() {
    cursor = Integer.MAX_VALUE;
    before.clear();
  }

  /** Whether there is something to edit; else that is said. */
  boolean isPossible() {
    if (!answering.isWritten()) {
      session.say().answer("session.choose-by-number");
    } else if (text().count() == 0) {
      session.say().answer(answering.none());
    }
    return answering.isWritten() && text().count() > 0;
  }

  /**
   * @param argument what was said behind the word; empty for a key
   * @param back where words that are typed lead back to
   */
  void act(Action action, String argument, Stage back) {
    if (action == Action.UNDO) {
      undo();
      return;
    }
    if (!isPossible()) {
      return;
    }
    switch (action) {
      case NEXT_WORD -> go(cursor() + 1);
      case PREVIOUS_WORD -> go(cursor() - 1);
      case FIRST_WORD -> go(0);
      case LAST_WORD -> go(text().count() - 1);
      case DELETE -> delete(Target.alone(text(), cursor(), argument));
      case REPLACE, INSERT, APPEND ->
          put(action, Target.withWords(text(), cursor(), argument), back);
      default -> throw new IllegalArgumentException(action + " edits nothing");
    }
  }

  /** Goes to the word of that index, and says it. */
  void go(int index) {
    WordText text = text();
    if (index < 0) {
      cursor = 0;
      reading.say(Sentence.of("edit.first-word", word()));
    } else if (index >= text.count()) {
      cursor = text.count() - 1;
      reading.say(Sentence.of("edit.last-word", word()));
    } else {
      cursor = index;
      reading.say(Sentence.of("edit.word", word()));
    }
  }

  /** The word where the worker is, as it is heard. */
  Object word() {
    return reading.aloud().word(text(), cursor(), answering.doubtful().contains(cursor()));
  }

  /** A word as it is said in a sentence. */
  Object reading(String words) {
    return reading.aloud().phrase(words);
  }

  /** Says something about words of the answer. */
  void say(Sentence sentence) {
    reading.say(sentence);
  }

  void where() {
    reading.say(Sentence.of("edit.where", cursor() + 1, text().count(), word()));
  }

  private void put(Action action, Target target, Stage back) {
    if (target.fault().isPresent()) {
      session.say().answer(target.fault().get());
    } else if (target.words().isEmpty()) {
      cursor = target.from();
      new WordTyping(session, this, action, back).ask();
    } else {
      put(action, target.from(), target.to(), target.words());
    }
  }

  /** What an action makes of the text. */
  String with(Action action, int from, int to, String words) {
    WordText text = text();
    return switch (action) {
      case REPLACE -> text.replaced(from, to, words).text();
      case INSERT -> text.replaced(from, from, words).text();
      case APPEND -> text.replaced(to, to, words).text();
      default -> throw new IllegalArgumentException(action + " takes no words");
    };
  }

  private void put(Action action, int from, int to, String words) {
    String old = text().part(from, to);
    change(with(action, from, to, words));
    int count = WordText.of(words).count();
    cursor = (action == Action.APPEND ? to : from) + count - 1;
    tell(action, old, words);
  }

  private void tell(Action action, String old, String words) {
    ReadBack aloud = reading.aloud();
    reading.say(
        switch (action) {
          case INSERT -> Sentence.of("edit.inserted", aloud.lead(words), aloud.phrase(old));
          case APPEND -> Sentence.of("edit.appended", aloud.lead(words), aloud.phrase(old));
          default -> new Changes.Change(old, words, "").sentence(aloud);
        });
  }

  private void delete(Target target) {
    if (target.fault().isPresent()) {
      session.say().answer(target.fault().get());
      return;
    }
    Object old = reading.aloud().lead(text().part(target.from(), target.to()));
    change(text().replaced(target.from(), target.to(), "").text());
    cursor = target.from();
    reading.say(
        text().count() == 0
            ? Sentence.of("edit.deleted-all", old)
            : Sentence.of("edit.deleted", old, word()));
  }

  private void undo() {
    if (before.isEmpty() || !answering.text().equals(after)) {
      before.clear();
      session.say().answer("edit.nothing-to-undo");
      return;
    }
    String now = answering.text();
    Answering.Words restored = before.removeLast();
    restore(restored);
    List<Changes.Change> changes = Changes.between(now, restored.text());
    cursor = changes.isEmpty() ? cursor : placeOf(now, restored.text());
    reading.say(
        changes.isEmpty()
            ? Sentence.of("edit.taken-back-nothing")
            : Sentence.of("edit.taken-back", changes.getFirst().sentence(reading.aloud())));
  }

  /** Index of the first word that differs. */
  private static int placeOf(String one, String other) {
    List<String> left = WordText.of(one).strings();
    List<String> right = WordText.of(other).strings();
    int same = 0;
    while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
      same++;
    }
    return same;
  }

  private void change(String text) {
    if (!answering.text().equals(after)) {
      before.clear();
    }
    before.addLast(answering.words());
    if (before.size() > MOST_STEPS) {
      before.removeFirst();
    }
    keep(text);
  }

  private void keep(String text) {
    answering.text(text);
    save.run();
    after = text;
  }

  /** As it was, with how sure a recogniser was of it. */
  private void restore(Answering.Words words) {
    answering.restore(words);
    save.run();
    after = words.text();
  }

  /** Words that are typed one letter after the other, as one change that can be taken back. */
  final class Typed {
    private final Action action;
    private final int from = cursor();
    private final Answering.Words original = answering.words();
    private final String old = text().part(from, from + 1);
    private final boolean follows = original.text().equals(after);
    private String words = "";

    Typed(Action action) {
      this.action = action;
    }

    String old() {
      return old;
    }

    /** In the journal when this returns. */
    void typed(String text) {
      words = String.join(" ", WordText.of(text).strings());
      answering.restore(original);
      if (words.isEmpty()) {
        restore(original);
      } else {
        keep(with(action, from, from + 1, words));
      }
    }

    /** Makes it one change, and says it. */
    void done() {
      if (words.isEmpty()) {
        session.say().answer("edit.unchanged");
        return;
      }
      answering.restore(original);
      if (follows) {
        after = original.text();
      }
      put(action, from, from + 1, words);
    }

    /**
     * As it was before.
     *
     * @param told key of what is said
     */
    void leave(String told) {
      restore(original);
      session.say().answer(told);
    }
  }
}
