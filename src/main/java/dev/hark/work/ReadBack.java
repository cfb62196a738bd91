package dev.hark.work;

import dev.hark.fault.Sentence;
import dev.hark.task.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Ways to hear an answer again: word by word, spelled.
 *
 * @param language of the answer
 * @param alphabet which letters get a word beside them
 */
record ReadBack(Locale language, ByEar.Alphabet alphabet) {
  /** As many words are easily held in mind with their spelling. */
  private static final int FEW = 3;

  /**
   * Word by word, with a full stop for each pause: {@code the . old . lighthouse}. A word that
   * sounds like another is spelled as well; one that a recogniser was not sure of is said to be
   * unsure, and spelled. Capitals are told where no sentence begins, and punctuation is named.
   *
   * @param doubtful indexes of words that are unsure
   */
  Object wordByWord(WordText text, Set<Integer> doubtful) {
    List<Object> all = new ArrayList<>();
    boolean begins = true;
    for (int i = 0; i < text.count(); i++) {
      String word = text.word(i);
      all.add(heard(word, begins, doubtful.contains(i)));
      begins = word.matches(".*[.?!\u2026][\"'\u201d\u2019)]*");
    }
    return Spelling.joined(all, (one, other) -> Sentence.of("ear.pause", one, other), "");
  }

  /** One word as it is heard when it is gone to. */
  Object word(WordText text, int index, boolean doubtful) {
    boolean begins = index == 0 || text.word(index - 1).matches(".*[.?!\u2026]");
    return heard(text.word(index), begins, doubtful);
  }

  /** A few words, with those spelled that sound like others. */
  Object phrase(String words) {
    return phrase(words, false);
  }

  /** The same at the start of a sentence that goes on. */
  Object lead(String words) {
    return phrase(words, true);
  }

  private Object phrase(String words, boolean goesOn) {
    List<String> each = WordText.of(words).strings();
    if (each.size() > FEW || each.stream().noneMatch(Homophones.of(language)::has)) {
      return words;
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      String word = each.get(i);
      boolean isSpelled = Homophones.of(language).has(word);
      Object said = isSpelled ? withLetters(word) : word;
      boolean isLast = i == each.size() - 1;
      all.add(isSpelled && (goesOn || !isLast) ? Sentence.of("ear.aside", said) : said);
    }
    return Spelling.joined(all, (one, other) -> Sentence.of("ear.then", one, other), "");
  }

  private Sentence withLetters(String word) {
    return Sentence.of("ear.with", word, Spelling.letters(Spelling.core(word), alphabet));
  }

  /** A few words with all that is written and not heard: capitals, punctuation. */
  Object exact(String words) {
    List<Object> all = new ArrayList<>();
    WordText.of(words).strings().forEach(word -> all.add(heard(word, false, false)));
    return Spelling.joined(all, (one, other) -> Sentence.of("ear.then", one, other), "");
  }

  private Object heard(String word, boolean begins, boolean doubtful) {
    List<Mark> marks = Mark.of(word);
    if (!marks.isEmpty() && Mark.without(word).isEmpty()) {
      return Listening.words(marks).getFirst();
    }
    String core = Spelling.core(word);
    if (core.isEmpty()) {
      return signs(word);
    }
    Object said = core;
    if (doubtful || Homophones.of(language).has(core)) {
      said = withLetters(core);
    } else {
      said = cased(core, begins);
    }
    int from = word.indexOf(core);
    String before = word.substring(0, from);
    String after = word.substring(from + core.length());
    if (!before.isEmpty()) {
      said = Sentence.of("ear.with", signs(before), said);
    }
    if (!after.isEmpty()) {
      said = Sentence.of("ear.with", said, signs(after));
    }
    return doubtful ? Sentence.of("ear.unsure", said) : said;
  }

  private Object cased(String core, boolean begins) {
    boolean several = core.codePointCount(0, core.length()) > 1;
    if (several && core.equals(core.toUpperCase(language)) && core.matches(".*\\p{Lu}.*")) {
      return Sentence.of("ear.all-capitals", core);
    }
    if (core.substring(1).matches(".*\\p{Lu}.*")) {
      return withLetters(core);
    }
    boolean usual = begins || !several;
    return Character.isUpperCase(core.codePointAt(0)) && !usual
        ? Sentence.of("ear.capital", core)
        : core;
  }

  private static Object signs(String signs) {
    List<Object> all = new ArrayList<>();
    signs.codePoints().forEach(sign -> all.add(Spelling.sign(sign)));
    return Spelling.joined(all, (one, other) -> Sentence.of("ear.with", one, other), "");
  }

  /**
   * Each word and its characters: {@code the, t h e. old, o l d}.
   *
   * @param letters which of them get a word beside them
   */
  static Object spelled(WordText text, ByEar.Alphabet letters) {
    List<Object> all = new ArrayList<>();
    for (String word : text.strings()) {
      boolean alone = word.codePointCount(0, word.length()) == 1;
      all.add(
          alone && letters == ByEar.Alphabet.OFF
              ? word
              : Sentence.of("ear.with", word, Spelling.letters(word, letters)));
    }
    return Spelling.joined(all, (one, other) -> Sentence.of("ear.stop", one, other), "");
  }
}
