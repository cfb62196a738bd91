package dev.hark.work;

import java.util.List;
import java.util.Locale;

/**
 * Everything a worker can do in a session, declared once: help, the key list, the words and the
 * manual's table are made from this. The word and the help sentence of {@code X} stand in the
 * bundle {@code action} under {@code action.x.word} and {@code action.x.help}; a word may list
 * synonyms, separated by commas, the first being the one that is shown.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies that nobody can change
public enum Action {
  PLAY(List.of("p", "space"), "escape"),
  BACK(List.of(","), "f1"),
  FORWARD(List.of("."), "f2"),
  SLOWER(List.of("["), "f3"),
  FASTER(List.of("]"), "f4"),
  FAR_BACK(List.of("left", "pageup"), "pageup"),
  FAR_FORWARD(List.of("right", "pagedown"), "pagedown"),
  TO_START(List.of("home"), "ctrl-home"),
  TO_END(List.of("end"), "ctrl-end"),
  MARK(List.of(";"), "ctrl-k"),
  TO_MARK(List.of(":"), "ctrl-g"),
  LOOP(List.of("+"), "ctrl-l"),
  RHYTHM(List.of("!"), "ctrl-r"),
  LEVEL(List.of("%"), ""),
  NEXT(List.of("n"), ""),
  PREVIOUS(List.of("b"), ""),
  DETAILS(List.of("d"), ""),
  REVIEWS(List.of("v"), ""),
  ACCEPT(List.of("a"), ""),
  TYPE(List.of("t"), ""),
  RETYPE(List.of("c"), ""),
  RESPEAK(List.of("m"), ""),
  CONTEXT(List.of("<"), "f11"),
  GLOSSARY(List.of("="), ""),
  UNCLEAR(List.of("-"), "f8"),
  NO_SPEECH(List.of("_"), ""),
  SEVERAL_SPEAKERS(List.of("&"), ""),
  READ(List.of("r"), "f5"),
  WORDS(List.of("w"), "f6"),
  SPELL(List.of("l"), "f7"),
  READ_ON(List.of(">"), "ctrl-o"),
  READ_CHANGED(List.of("*"), "ctrl-n"),
  EDIT(List.of("/", "down", "up"), "", List.of("enter", "/")),
  NEXT_WORD(List.of(), "", List.of("right", "down")),
  PREVIOUS_WORD(List.of(), "", List.of("left", "up")),
  FIRST_WORD(List.of(), "", List.of("home")),
  LAST_WORD(List.of(), "", List.of("end")),
  REPLACE(List.of(), "", List.of("r")),
  INSERT(List.of(), "", List.of("i")),
  APPEND(List.of(), "", List.of("a")),
  DELETE(List.of(), "", List.of("d", "delete")),
  SUBMIT(List.of("s"), "f9"),
  RETURN(List.of("x"), ""),
  SKIP(List.of("k"), ""),
  HIDE(List.of("h"), ""),
  UNDO(List.of("z"), ""),
  RATE(List.of("g"), ""),
  SHOW_ALL(List.of("u"), ""),
  FILTER(List.of("f"), ""),
  WATCH(List.of("j"), ""),
  TIME(List.of("i"), "f10"),
  EARNINGS(List.of("e"), ""),
  WHERE(List.of("o"), ""),
  REPEAT(List.of("'"), "f12"),
  SAY_SLOWER(List.of("\""), ""),
  SPELL_LAST(List.of("$"), ""),
  SILENCE(List.of("backspace"), ""),
  CHECK_MICROPHONE(List.of("#"), ""),
  LISTEN(List.of("tab"), "tab"),
  HELP(List.of("?"), ""),
  QUIT(List.of("q"), "");

  private final List<String> keys;
  private final String typingKey;
  private final List<String> editingKeys;

  Action(List<String> keys, String typingKey) {
    this(keys, typingKey, List.of());
  }

  Action(List<String> keys, String typingKey, List<String> editingKeys) {
    this.keys = List.copyOf(keys);
    this.typingKey = typingKey;
    this.editingKeys = List.copyOf(editingKeys);
  }

  /** Single keys while no answer is typed; {@code space} names the space bar. */
  public List<String> keys() {
    return keys;
  }

  /** The key while an answer is typed, such as {@code f1}; empty where there is none. */
  public String typingKey() {
    return typingKey;
  }

  /** Single keys while an answer is edited word by word, where they mean this before others. */
  public List<String> editingKeys() {
    return editingKeys;
  }

  /** Whether words may follow its own, such as {@code replace 3 there}. */
  public boolean takesWords() {
    return switch (this) {
      case RHYTHM, WORDS, SPELL, READ_ON, REPLACE, INSERT, APPEND, DELETE -> true;
      default -> false;
    };
  }

  /** Whether it is done with the sound of a task. */
  boolean isAboutSound() {
    return switch (this) {
      case PLAY,
          BACK,
          FORWARD,
          SLOWER,
          FASTER,
          FAR_BACK,
          FAR_FORWARD,
          TO_START,
          TO_END,
          MARK,
          TO_MARK,
          LOOP,
          RHYTHM,
          LEVEL ->
          true;
      default -> false;
    };
  }

  /** Key of its words in the message bundles. */
  public String wordKey() {
    return "action." + id() + ".word";
  }

  /** Key of its help sentence in the message bundles. */
  public String helpKey() {
    return "action." + id() + ".help";
  }

  /** Key of what is said for it in the message bundles, where that is not its shown word. */
  public String sayKey() {
    return "action." + id() + ".say";
  }

  /** Whether it can be asked for by voice: all but listening itself. */
  public boolean canBeSaid() {
    return this != LISTEN;
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
