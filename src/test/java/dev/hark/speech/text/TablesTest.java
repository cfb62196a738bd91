package dev.hark.speech.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hark.Requirement;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that people correct: complete in both languages, nothing twice. */
@Requirement("SAY-2")
class TablesTest {
  @ParameterizedTest
  @CsvSource({"units.tsv, 5", "signs.tsv, 4", "emoji.tsv, 3"})
  void everyRowHasBothLanguagesAndStandsOnce(String table, int columns) {
    Set<String> seen = new HashSet<>();
    for (String[] row : Table.rows(table, columns)) {
      assertFalse(List.of(row).contains(""), table + " lacks a column: " + row[0]);
      assertEquals(true, seen.add(row[0]), table + " has twice: " + row[0]);
    }
  }

  @Test
  void everyCurrencyIsNamedInBothLanguages() {
    Set<String> signs = new HashSet<>();
    for (String[] row : Table.rows("currencies.tsv", 8)) {
      if (!row[0].equals("BTC") && !row[0].equals("KR")) {
        assertEquals(row[0], Currency.getInstance(row[0]).getCurrencyCode());
      }
      assertFalse(row[2].isEmpty() || row[3].isEmpty() || row[6].isEmpty(), row[0]);
      assertEquals(row[4].isEmpty(), row[7].isEmpty(), row[0] + " has parts in one language");
      for (String sign : row[1].split(" ", -1)) {
        assertEquals(true, sign.isEmpty() || signs.add(sign), "two currencies: " + sign);
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSameSmallWords() {
    assertEquals(
        Table.words("en/words.properties").keySet(), Table.words("nl/words.properties").keySet());
    assertEquals(12, Table.rows("en/months.tsv", 2).size());
    assertEquals(12, Table.rows("nl/months.tsv", 2).size());
    assertEquals(7, Table.rows("en/weekdays.tsv", 2).size());
    assertEquals(7, Table.rows("nl/weekdays.tsv", 2).size());
  }

  @ParameterizedTest
  @CsvSource({
    "0, zero, nul, zeroth, nulde",
    "1, one, één, first, eerste",
    "8, eight, acht, eighth, achtste",
    "12, twelve, twaalf, twelfth, twaalfde",
    "19, nineteen, negentien, nineteenth, negentiende",
    "20, twenty, twintig, twentieth, twintigste",
    "23, twenty-three, drieëntwintig, twenty-third, drieëntwintigste",
    "100, one hundred, honderd, one hundredth, honderdste",
    "101, one hundred one, honderdeen, one hundred first, honderdeerste",
    "112, one hundred twelve, honderdtwaalf, one hundred twelfth, honderdtwaalfde",
    "1000, one thousand, duizend, one thousandth, duizendste",
    "1001, one thousand one, duizend een, one thousand first, duizend eerste",
    "21000, twenty-one thousand, eenentwintigduizend, twenty-one thousandth,"
        + " eenentwintigduizendste",
    "1000000, one million, één miljoen, one millionth, één miljoenste",
    "2000003, two million three, twee miljoen drie, two million third, twee miljoen derde",
    "999999999999999, nine hundred ninety-nine trillion nine hundred ninety-nine billion nine"
        + " hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine,"
        + " negenhonderdnegenennegentig biljoen negenhonderdnegenennegentig miljard"
        + " negenhonderdnegenennegentig miljoen negenhonderdnegenennegentigduizend"
        + " negenhonderdnegenennegentig, nine hundred ninety-nine trillion nine hundred ninety-nine"
        + " billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred"
        + " ninety-ninth, negenhonderdnegenennegentig biljoen negenhonderdnegenennegentig miljard"
        + " negenhonderdnegenennegentig miljoen negenhonderdnegenennegentigduizend"
        + " negenhonderdnegenennegentigste"
  })
  void numbersAreSpelledOut(
      long number, String english, String dutch, String englishOrdinal, String dutchOrdinal) {
    assertEquals(english, new EnglishNumbers().whole(number));
    assertEquals(dutch, new DutchNumbers().whole(number));
    assertEquals(englishOrdinal, new EnglishNumbers().ordinal(number));
    assertEquals(dutchOrdinal, new DutchNumbers().ordinal(number));
  }
}
