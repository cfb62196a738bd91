package dev.hark.speech.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.speech.Priority;
import dev.hark.speech.Skill;
import dev.hark.speech.Utterance;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every text, shown on many that chance made. */
class SpeakablePropertiesTest {
  private static final Locale DUTCH = Locale.of("nl");
  private static final List<String> WORDS =
      List.of("lighthouse", "keeper", "rowed", "quay", "morgen", "vuurtoren", "zeehond", "storm");
  private static final String SIGNS =
      " .,;:!?-–—/\\()[]{}\"'“”…&@#%*+=<>|~^_`$€£→•😀\n\t\u0007\u200b";

  private final Random random = new Random(20261127);

  private static String read(Speakable speakable, String text, Locale language, Set<Skill> skills) {
    StringBuilder read = new StringBuilder();
    Iterator<Span> spans =
        speakable.spans(new Utterance(text, language, Priority.ANSWER), _ -> true);
    while (spans.hasNext()) {
      read.append(read.isEmpty() ? "" : " ").append(speakable.words(spans.next(), skills));
    }
    return read.toString();
  }

  private String madeUp(boolean signsBetween, StringBuilder wanted) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      if (random.nextInt(3) == 0) {
        String digits = Long.toString(random.nextLong(1, 1_000_000_000_000L));
        text.append(' ').append(digits).append(' ');
        wanted.append(digits);
      } else {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        text.append(word);
        wanted.append(word);
      }
      if (signsBetween) {
        int sign = random.nextInt(SIGNS.codePointCount(0, SIGNS.length()));
        text.appendCodePoint(SIGNS.codePoints().skip(sign).findFirst().orElseThrow());
      }
      text.append(' ');
    }
    return text.toString();
  }

  /** Whether all of these stand in the text in this order, whatever is between. */
  private static boolean inOrder(String wanted, String text) {
    int at = 0;
    for (int i = 0; i < text.length() && at < wanted.length(); i++) {
      at += Character.toLowerCase(text.charAt(i)) == wanted.charAt(at) ? 1 : 0;
    }
    return at == wanted.length();
  }

  @Test
  @Requirement("SAY-11")
  void everyLetterAndEveryDigitIsSaidInItsOrder() {
    for (Punctuation punctuation : Punctuation.values()) {
      Speakable speakable =
          new Speakable(new Style(punctuation, Capitals.NONE, NumberStyle.DIGITS, Map.of()));
      for (Locale language : List.of(Locale.ENGLISH, DUTCH)) {
        for (int i = 0; i < 150; i++) {
          StringBuilder wanted = new StringBuilder();
          String text = madeUp(i % 2 == 0, wanted);
          String said = read(speakable, text, language, Set.of(Skill.NUMBERS, Skill.LETTERS));
          assertTrue(inOrder(wanted.toString(), said), text + "\n" + said);
        }
      }
    }
  }

  @Test
  @Requirement("SAY-11")
  void anyCharactersAtAllAreTakenWithoutFailing() {
    Speakable speakable = new Speakable();
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 200; j++) {
        boolean any = random.nextInt(4) == 0;
        text.appendCodePoint(any ? random.nextInt(0x110000) : ' ' + random.nextInt(95));
      }
      for (Set<Skill> skills : List.of(Set.<Skill>of(), EnumSet.of(Skill.NUMBERS))) {
        String said = read(speakable, text.toString(), i % 2 == 0 ? DUTCH : Locale.ENGLISH, skills);
        assertTrue(said.chars().noneMatch(Character::isISOControl), text.toString());
      }
    }
  }

  @Test
  @Requirement("SAY-11")
  void plainWordsStayAsTheyAre() {
    Speakable speakable = new Speakable();
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder("The");
      for (int j = 0; j < random.nextInt(40); j++) {
        text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        text.append(j % 7 == 6 ? "," : "");
      }
      String plain = text + ".";
      assertEquals(
          plain.replace(",.", "."),
          read(speakable, plain, Locale.ENGLISH, Set.of()).replace(",.", "."));
    }
  }

  @Test
  @Requirement("SAY-12")
  void theFirstSentenceOfALongTextIsThereBeforeTheRestIsRead() {
    String sentence = "The old lighthouse keeper rowed out at 10:42 for €14.71 an hour. ";
    Utterance utterance = new Utterance(sentence.repeat(1600), Locale.ENGLISH, Priority.ANSWER);
    Iterator<Span> spans = new Speakable().spans(utterance, _ -> true);
    assertEquals(sentence.strip(), spans.next().text());
    int length = sentence.length();
    while (spans.hasNext()) {
      String text = spans.next().text();
      assertTrue(text.length() <= 800 && text.endsWith("."), text);
      length += text.length() + 1;
    }
    assertEquals(utterance.text().length(), length);
  }

  @Test
  @Requirement("SAY-12")
  void timeIsInProportionToTheTextWhateverStandsInIt() {
    Speakable speakable = new Speakable();
    for (String unit : List.of("a", "1", "a1", "1-", "https://a/", "😀", "e.g.", "\n")) {
      String small = unit.repeat(10_000 / unit.length());
      String large = unit.repeat(100_000 / unit.length());
      read(speakable, small, Locale.ENGLISH, Set.of());
      long one = nanos(speakable, small);
      long ten = nanos(speakable, large);
      assertTrue(
          ten < 40 * one + 500_000_000L, unit + ": " + one / 1000 + " µs, then " + ten / 1000);
    }
  }

  /** Of this thread alone: the machine may be busy. */
  private static long nanos(Speakable speakable, String text) {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    read(speakable, text, Locale.ENGLISH, Set.of());
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
  }
}
