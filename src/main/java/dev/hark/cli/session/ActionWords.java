package dev.hark.cli.session;

import dev.hark.cli.Nearest;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a word or a key means: the words of the listener's language, the English ones, the keys. */
public final class ActionWords {
  private final Map<String, Action> words = new HashMap<>();
  private final Map<String, Action> keys = new HashMap<>();
  private final Map<String, Action> typingKeys = new HashMap<>();
  private final Map<String, Action> editingKeys = new HashMap<>();
  private final List<String> shown;

  public ActionWords(Wording wording) {
    Wording english = Wording.of(Locale.ENGLISH);
    for (Action action : Action.values()) {
      of(wording, action).forEach(word -> words.put(word, action));
    }
    for (Action action : Action.values()) {
      of(english, action).forEach(word -> words.putIfAbsent(word, action));
      action.keys().forEach(key -> keys.put(key, action));
      action.editingKeys().forEach(key -> editingKeys.put(key, action));
      if (!action.typingKey().isEmpty()) {
        typingKeys.put(action.typingKey(), action);
      }
    }
    shown = Stream.of(Action.values()).map(action -> of(wording, action).getFirst()).toList();
  }

  /** Its words in that language, the first the one that is shown. */
  public static List<String> of(Wording wording, Action action) {
    return Stream.of(wording.say(action.wordKey()).split(",")).map(String::strip).toList();
  }

  /** A word or a key, as somebody types it on a line. */
  public Optional<Action> word(String typed) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(words.get(word)).or(() -> key(word));
  }

  /**
   * An action with what is said behind its word.
   *
   * @param argument empty where nothing is
   */
  public record Call(Action action, String argument) {}

  /** What somebody types on a line: a word or a key, or a word with others behind it. */
  public Optional<Call> call(String typed) {
    return word(typed).map(action -> new Call(action, "")).or(() -> withWords(typed));
  }

  /** A word, or a word with others behind it, but no key. */
  public Optional<Call> calledByWord(String typed) {
    return Optional.ofNullable(words.get(typed.strip().toLowerCase(Locale.ROOT)))
        .map(action -> new Call(action, ""))
        .or(() -> withWords(typed));
  }

  private Optional<Call> withWords(String typed) {
    String line = typed.strip();
    for (int space = line.lastIndexOf(' '); space > 0; space = line.lastIndexOf(' ', space - 1)) {
      Action action = words.get(line.substring(0, space).strip().toLowerCase(Locale.ROOT));
      if (action != null && action.takesWords()) {
        return Optional.of(new Call(action, line.substring(space + 1).strip()));
      }
    }
    return Optional.empty();
  }

  /** A single key while an answer is edited word by word. */
  public Optional<Action> editingKey(String key) {
    return Optional.ofNullable(editingKeys.get(key)).or(() -> key(key));
  }

  /** A single key while no answer is typed. */
  public Optional<Action> key(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** A key while an answer is typed. */
  public Optional<Action> typingKey(String key) {
    return Optional.ofNullable(typingKeys.get(key));
  }

  /** The shown word that is nearest to a typed one. */
  public Optional<String> nearest(String typed) {
    return Nearest.to(typed, shown);
  }
}
