package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.text.Span;
import dev.hark.speech.text.Speakable;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a voice says of a key, where help lists it. */
@Requirement("SAY-46")
final class KeyNamesTest extends SessionFixture {
  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Action action : Action.values()) {
      keys.addAll(action.keys());
      keys.addAll(action.editingKeys());
      keys.add(action.typingKey());
    }
    keys.removeIf(String::isEmpty);
    return keys;
  }

  private static String named(Locale language, String key) {
    return Wording.of(language).say(Sentence.of("session.help-line", KeyNames.of(key), "x"));
  }

  @Test
  void everyKeyIsHeardAndNoTwoAlike() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.of("nl"))) {
      Set<String> names = new HashSet<>();
      Set<String> keys = new HashSet<>(keys());
      for (String key : keys) {
        String line = named(language, key);
        String said = new Speakable().words(new Span(line, language), Set.of());
        assertTrue(said.matches("\\p{L}.*: x"), key + " is heard as " + said);
        names.add(said);
      }
      assertEquals(keys.size(), names.size(), names::toString);
    }
  }

  @Test
  void helpCallsThemByTheirNames() {
    start();
    act(Action.ACCEPT, Action.HELP);
    String told = heard.text();
    for (String line : List.of("comma: Back", "left arrow: Back five", "p: Plays")) {
      assertTrue(told.contains(line), told);
    }
    act(Action.TYPE);
    heard.take();
    act(Action.HELP);
    heard.hears("F1: Back one and a half seconds.");
    act(Action.HELP);
    heard.hears("control home: To the start of the sound.");
  }

  @Test
  @Requirement("SES-6")
  void whereThereIsNoAnswerOnlyTheKeysThatGiveOneAreTold() {
    start();
    act(Action.ACCEPT);
    heard.take();
    act(Action.READ);
    assertEquals(List.of("There is no answer yet; t types one."), heard.take());
  }

  @Test
  @Requirement("FRO-12")
  void whoTypesWordsIsToldWords() {
    session.takeWords();
    start();
    act(Action.HELP);
    heard.hears("next: The next task, or the next question.");
    act(Action.ACCEPT);
    type("the lamp burns");
    act(Action.TYPE);
    heard.take();
    act(Action.HELP);
    assertEquals(1, heard.take().size());
    session.typingDone();
    act(Action.EDIT, Action.HELP);
    String told = heard.text();
    assertTrue(told.contains("next word: The next word."), told);
    assertTrue(told.contains("undo: "), told);
    assertTrue(!told.contains("right arrow"), told);
  }
}
