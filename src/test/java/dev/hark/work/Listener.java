package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.speech.Priority;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Hears a session in English, and tells what was heard since it was asked last. */
final class Listener implements Consumer<Heard> {
  private final Wording wording = Wording.of(Locale.ENGLISH);
  private final List<String> unread = new ArrayList<>();
  private final List<String> alerts = new ArrayList<>();
  private final Map<String, Heard> last = new HashMap<>();

  @Override
  public synchronized void accept(Heard heard) {
    String words = wording.say(heard.sentence());
    unread.add(words);
    last.put(words, heard);
    if (heard.priority() == Priority.ALERT) {
      alerts.add(words);
    }
    notifyAll();
  }

  synchronized List<String> take() {
    List<String> all = List.copyOf(unread);
    unread.clear();
    return all;
  }

  synchronized List<String> alerts() {
    return List.copyOf(alerts);
  }

  /** For whom and in which language this was said last: {@code READ_BACK en}. */
  synchronized String purpose(String words) {
    Heard heard = last.get(words);
    return heard == null
        ? "never said"
        : heard.purpose() + " " + heard.language().map(Locale::getLanguage).orElse("own");
  }

  /** The key of the sentence that had these words last; sounds go by it. */
  synchronized String key(String words) {
    Heard heard = last.get(words);
    return heard == null ? "never said" : heard.sentence().key();
  }

  /** What somebody else wrote, in sentences with these words that were heard so far. */
  synchronized List<String> theirs(String part) {
    List<String> theirs = new ArrayList<>();
    for (Heard one : last.values()) {
      List<String> passed = new ArrayList<>();
      if (wording.say(one.sentence(), words -> passed.add(words.words())).contains(part)) {
        theirs.addAll(passed);
      }
    }
    return theirs;
  }

  /** All since the last call, as one text. */
  String text() {
    return String.join("\n", take());
  }

  void hears(String part) {
    String text = text();
    assertTrue(text.contains(part), () -> "expected \"" + part + "\" in:\n" + text);
  }

  /** Waits for a sentence, a minute at most. */
  synchronized void waitFor(String part) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (unread.stream().noneMatch(words -> words.contains(part))) {
      long left = (end - System.nanoTime()) / 1_000_000;
      assertTrue(left > 0, () -> "never heard \"" + part + "\", but: " + unread);
      wait(left);
    }
  }
}
