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
  private final List<String> shown;

  public ActionWords(Wording wording) {
    Wording english = Wording.of(Locale.ENGLISH);
    for (Action action : Action.values()) {
      of(wording, action).forEach(word -> words.put(word, action));
    }
    for (Action action : Action.values()) {
      of(english, action).forEach(word -> words.putIfAbsent(word, action));
      action.keys().forEach(key -> keys.put(key, action));
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
