package dev.hark.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.filter.Facts.Asked;
import dev.hark.filter.Facts.Reports;
import dev.hark.filter.Facts.Reviews;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import dev.hark.task.Need;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the filters that ship with Hark say, case by case. */
class PresetsTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("hark.root", ".")).resolve("filters");
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Instant TEN_FIVE = Instant.parse("2026-11-23T10:05:00Z");
  private static final Map<String, NamedFilter> FILTERS = new HashMap<>();

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "fair-pay | fair          | kept",
        "fair-pay | underpaid     | about 6 dollars an hour, under your floor of 14 euros 71",
        "fair-pay | untimed       | pay per hour not known yet",
        "fair-pay | estimated     | kept",
        "fair-pay | too-little    | about 6 dollars an hour by its length, under your floor of 14"
            + " euros 71",
        "fair-pay | no-floor      | kept",
        "fair-pay | strange-money | what your floor is in yen is not known",
        "fair-pay | source-down   | kept",
        "by-ear | fair    | kept",
        "by-ear | picture | needs sight",
        "by-ear | filming | needs sight; needs a camera",
        "by-ear | untimed | kept",
        "well-rated | fair        | kept",
        "well-rated | two-people  | 5 from 2 workers, hardly sure, at least 2.7 is likely",
        "well-rated | disliked    | 2 from 31 workers, at least 1.7 is likely",
        "well-rated | no-reviews  | no reviews yet",
        "well-rated | not-asked   | ratings not asked for yet",
        "well-rated | source-down | ratings are missing since TIME",
        "well-rated | unmarked    | reviewed by 3 workers, without marks",
        "no-unjust-rejections | fair        | kept",
        "no-unjust-rejections | disliked    | 9 of 31 workers report unjust rejections",
        "no-unjust-rejections | no-reviews  | kept",
        "no-unjust-rejections | not-asked   | ratings not asked for yet",
        "no-unjust-rejections | source-down | ratings are missing since TIME",
      })
  @Requirement({"FLT-1", "FLT-2", "FLT-3"})
  void aPresetKeepsOrSaysWhyNot(String preset, String offer, String expected) {
    String time = ENGLISH.say("fact.source-down", TEN_FIVE);
    String want = expected.replace("ratings are missing since TIME", time);

    assertEquals(want, said(preset(preset).judge(facts(offer))));
  }

  @Test
  @Requirement("FLT-1")
  void theFourPresetsAreThereWithWordsInBothLanguages() {
    FilterFolders shipped = new FilterFolders(List.of(SHIPPED));

    assertEquals(
        Set.of("fair-pay", "by-ear", "well-rated", "no-unjust-rejections"),
        shipped.files().keySet());
    Wording dutch = Wording.of(Locale.of("nl"));
    assertEquals("fair pay", ENGLISH.say(shipped.file("fair pay").name()));
    assertEquals("eerlijke betaling", dutch.say(shipped.file("fair-pay").name()));
    shipped.files().keySet().forEach(id -> dutch.say(shipped.file(id).sentence()));
    assertEquals(
        "vraagt zicht", dutch.say(reasons(preset("by-ear").judge(facts("picture"))).getFirst()));
  }

  private static NamedFilter preset(String id) {
    return FILTERS.computeIfAbsent(id, name -> new FilterFolders(List.of(SHIPPED)).filter(name));
  }

  private static Facts facts(String name) {
    return switch (name) {
      case "fair" -> new FactsOf().facts();
      case "underpaid" -> new FactsOf().hourly(560, 620, "USD").floor(1728, "USD").facts();
      case "estimated" -> new FactsOf().estimated().facts();
      case "too-little" ->
          new FactsOf().hourly(560, 620, "USD").floor(1728, "USD").estimated().facts();
      case "untimed" -> new FactsOf().untimed().facts();
      case "no-floor" -> new FactsOf().hourly(100, 200, "EUR").noFloor().facts();
      case "strange-money" -> new FactsOf().hourly(900, 990, "JPY").unknownFloor("JPY").facts();
      case "picture" -> new FactsOf().needs(Need.SIGHT).facts();
      case "filming" -> new FactsOf().needs(Need.SIGHT, Need.CAMERA).facts();
      case "two-people" -> new FactsOf().reviews(rated(2, 5, 2.7, 0)).facts();
      case "disliked" -> new FactsOf().reviews(rated(31, 2, 1.7, 9)).facts();
      case "unmarked" ->
          new FactsOf()
              .reviews(
                  new Reviews(
                      Asked.RATED,
                      Optional.empty(),
                      3,
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      OptionalDouble.empty(),
                      Reports.ZERO))
              .facts();
      case "no-reviews" ->
          new FactsOf().reviews(Reviews.none(Asked.NO_REVIEWS, Optional.empty())).facts();
      case "not-asked" ->
          new FactsOf().reviews(Reviews.none(Asked.NOT_ASKED, Optional.empty())).facts();
      case "source-down" ->
          new FactsOf().reviews(Reviews.none(Asked.SOURCE_DOWN, Optional.of(TEN_FIVE))).facts();
      default -> throw new IllegalArgumentException(name);
    };
  }

  static Reviews rated(int people, double overall, double lower, int unjust) {
    return FactsOf.rated(people, overall, lower, unjust);
  }

  static List<dev.hark.fault.Sentence> reasons(Verdict verdict) {
    return verdict instanceof Verdict.Hidden(var reasons) ? reasons : List.of();
  }

  static String said(Verdict verdict) {
    return verdict instanceof Verdict.Hidden(var reasons)
        ? String.join("; ", reasons.stream().map(ENGLISH::say).toList())
        : "kept";
  }

  static MoneyRange range(long low, long high, String currency) {
    return new MoneyRange(Money.of(low, currency), Money.of(high, currency));
  }
}
