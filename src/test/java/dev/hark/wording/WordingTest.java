package dev.hark.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Requirement("LNG-1")
class WordingTest {
  private final Wording english = Wording.of(Locale.US);
  private final Wording dutch = Wording.of(Locale.of("nl"));

  @Test
  void aSentenceIsSaidInTheLanguageAskedFor() {
    assertEquals("1 task of 2 requesters", english.say(Sentence.of("probe.plural", 1, 2)));
    assertEquals("12 taken van 1 opdrachtgever", dutch.say(Sentence.of("probe.plural", 12, 1)));
    assertEquals("0 tasks of 1,000 requesters", english.say("probe.plural", 0, 1000));
  }

  @Test
  void anotherLanguageIsAnsweredInEnglish() {
    assertEquals("No places", Wording.of(Locale.FRENCH).say("probe.bare"));
    assertEquals(Locale.ENGLISH, Wording.of(Locale.FRENCH).locale());
  }

  @Test
  @Requirement("EAR-32")
  void aPlaceInAnHourOfSoundIsToldToTheSecond() {
    Place place = new Place(Duration.ofMillis(1_394_600));
    Place hour = new Place(Duration.ofSeconds(3_605));
    Sentence at = Sentence.of("session.at", place, hour);
    assertEquals("At 23 minutes 15 seconds of 1 hour 5 seconds.", english.say(at));
    assertEquals("Op 23 minuten 15 seconden van 1 uur 5 seconden.", dutch.say(at));
    assertEquals("Paused at 0 seconds.", english.say("session.paused", new Place(Duration.ZERO)));
  }

  @Test
  void englishStandsInForAMessageThatDutchLacks() {
    assertEquals("Only English has this, 4,6", dutch.say("probe.english-only", 4.6));
  }

  @Test
  void sentencesNestAndBeginWithACapitalWhereTheyStandAlone() {
    Sentence inner = Sentence.of("probe.value", "één lijst");
    assertEquals("Eén lijst.", dutch.say("probe.capital", Sentence.of("probe.value", "eén lijst")));
    assertEquals("één lijst", dutch.say("probe.value", inner));
    assertEquals("4 percent", english.say("probe.percent", 4.0));
    assertEquals("0,4 procent", dutch.say("probe.percent", 0.4));
  }

  @Test
  void aListOfOneIsSingular() {
    assertEquals("Filter: fair-pay", english.say("probe.list-plural", List.of("fair-pay")));
    assertEquals("Filters: a en b", dutch.say("probe.list-plural", List.of("a", "b")));
  }

  @Test
  void aQuoteIsAQuoteAndBracesInAnArgumentAreNoPlaces() {
    assertEquals("It's {0}'s", english.say("probe.quote", "{0}"));
  }

  @Test
  void whatStrangersWroteCannotSteerTheTerminal() {
    assertEquals(
        " [31mred [2J  and txt.exe",
        english.say("probe.value", "\u001b[31mred\u001b[2J\u0007\u009band\u202etxt.exe"));
    assertEquals("two\nlines", english.say("probe.value", "two\nlines"));
  }

  @Test
  void aKeyWithoutAMessageIsAMistakeOfTheProgram() {
    assertThrows(IllegalArgumentException.class, () -> english.say("probe.none"));
  }
}
