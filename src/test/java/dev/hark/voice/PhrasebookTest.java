package dev.hark.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.wording.Wording;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What can be said, in words. */
final class PhrasebookTest {
  @Test
  @Requirement("VOI-22")
  void optionsAreNamedEachOrFromTheFirstToTheLast() {
    Phrasebook english = Phrasebook.of(Wording.of(Locale.ENGLISH));
    assertEquals(List.of(), english.options(0));
    assertEquals(List.of("option one", "option two"), english.options(2));
    assertEquals(List.of("option one to option five"), english.options(5));
    assertEquals(List.of("option one to option twelve"), english.options(40), "as far as numbers");
    Phrasebook dutch = Phrasebook.of(Wording.of(Locale.of("nl")));
    assertEquals(List.of("optie een tot optie vijf"), dutch.options(5));
  }
}
