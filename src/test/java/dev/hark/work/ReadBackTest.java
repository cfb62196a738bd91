package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.wording.Wording;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard of an answer, apart from a session. */
class ReadBackTest {
  private static final Locale DUTCH = Locale.of("nl");

  private static String words(String text, Locale language, Integer... doubtful) {
    ReadBack aloud = new ReadBack(language, ByEar.Alphabet.OFF);
    return say(language, aloud.wordByWord(WordText.of(text), Set.of(doubtful)));
  }

  private static String say(Locale language, Object words) {
    return Wording.of(language).say(Sentence.of("session.words", words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the old lighthouse | the . old . lighthouse
          there is their boat | there, t h e r e . is . their, t h e i r . boat
          it's its own | it's, i t apostrophe s . its, i t s . own
          He rowed out, at dawn. Then home | He . rowed, r o w e d . out, comma . at . dawn, full stop . Then . home
          from London to NATO | from . capital London . to, t o . all capitals NATO
          an iPhone and I | an . iPhone, i capital p h o n e . and . I
          he said "go" now! | he . said . quote, go, quote . now, exclamation mark
          he - well | he . hyphen . well
          one [unclear] boat [no speech] | one . unclear . boat . no speech
          """)
  @Requirement({"EAR-11", "EAR-12"})
  void wordByWordTellsWhatIsWrittenAndNotHeard(String text, String heard) {
    assertEquals(heard, words(text, Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zij leiden een hard leven | zij, z i j . leiden, l e i d e n . een . hard, h a r d . leven
          het is gebeurd | het . is . gebeurd, g e b e u r d
          hij vindt het | hij . vindt, v i n d t . het
          de lauwe koe | de . lauwe . koe
          naar Amsterdam, ja | naar . hoofdletter Amsterdam, komma . ja
          """)
  @Requirement("EAR-17")
  void inDutchTheEndingsAndTheVowelsThatSoundAlikeAreSpelled(String text, String heard) {
    assertEquals(heard, words(text, DUTCH));
  }

  @Test
  @Requirement("EAR-11")
  void inALanguageWithoutATableNothingIsGuessed() {
    assertEquals("there . is", words("there is", Locale.GERMAN));
  }

  @Test
  @Requirement("EAR-16")
  void whatARecogniserWasNotSureOfIsSaidAndSpelled() {
    assertEquals("the . unsure, lamp, l a m p . burns", words("the lamp burns", Locale.ENGLISH, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OFF   | The map, 9 | The, capital t h e. map,, m a p comma. 9
          ALIKE | bad am     | bad, b bravo a d delta. am, a m mike
          ALL   | ab 9       | ab, a alpha b bravo. 9, 9
          """)
  @Requirement("EAR-13")
  void lettersThatSoundAlikeCanHaveAWord(ByEar.Alphabet alphabet, String text, String heard) {
    assertEquals(heard, say(Locale.ENGLISH, ReadBack.spelled(WordText.of(text), alphabet)));
  }

  @Test
  @Requirement("EAR-11")
  void aLongAnswerIsReadWholeToo() {
    String heard = words("the old lamp ".repeat(7000), Locale.ENGLISH);
    assertEquals(21_000, heard.split(" \\. ", -1).length);
  }
}
