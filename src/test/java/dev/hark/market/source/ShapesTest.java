package dev.hark.market.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.review.Attribute;
import dev.hark.review.Report;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of two old sites, as they answer and as they fail. */
class ShapesTest {
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final Instant TEN_FIVE = Instant.parse("2026-11-23T10:05:00Z");
  private static final Clock CLOCK = Clock.fixed(TEN_FIVE, ZoneOffset.UTC);

  private final Site site = new Site();

  @AfterEach
  void close() {
    site.close();
  }

  private Turkopticon turkopticon() {
    return new Turkopticon(site.address(), PATIENCE, CLOCK);
  }

  private TurkerView turkerView() {
    return new TurkerView(site.address(), PATIENCE, CLOCK);
  }

  private static String entry(String pay, String reviews) {
    return "{\"A1\":{\"name\":\"Quick Ads\",\"attrs\":{\"comm\":\"0.00\",\"pay\":%s,".formatted(pay)
        + "\"fair\":\"4.00\",\"fast\":\"0.00\"},\"reviews\":%s,\"tos_flags\":2}}"
            .formatted(reviews);
  }

  @Test
  @Requirement("SRC-2")
  void turkopticonsZeroIsNoMarkAndItsEmptyTextIsNoReviews() throws NoAnswer {
    site.says(
        """
        {"A1":{"name":"Quick Ads","attrs":{"comm":"4.16","pay":"0.00","fair":"3.00","fast":"5.00"},
         "reviews":12,"tos_flags":3},"B2":""}\
        """);
    try (Turkopticon source = turkopticon()) {
      Map<String, Standing> said = source.ask(List.of("A1", "B2"));

      Standing.Rated rated = assertInstanceOf(Standing.Rated.class, said.get("A1"));
      assertEquals(12, rated.rating().reviewers());
      assertEquals(
          Map.of(Attribute.COMMUNICATION, 4.16, Attribute.FAIRNESS, 3.0, Attribute.SPEED, 5.0),
          rated.rating().means());
      assertEquals((4.16 + 3 + 5) / 3, rated.rating().overall().orElseThrow(), 1e-9);
      assertTrue(rated.rating().lower() < rated.rating().overall().orElseThrow());
      assertEquals(OptionalInt.of(3), rated.rating().reported(Report.TERMS_BROKEN));
      assertEquals(OptionalInt.empty(), rated.rating().reported(Report.UNJUST_REJECTIONS));
      assertEquals(new Standing.NoReviews(), said.get("B2"));
    }
    assertEquals(List.of("/multi-attrs.php?ids=A1%2CB2"), site.asked());
  }

  @ParameterizedTest
  @Requirement("SRC-3")
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"7.00\"'|3",
        "'\"0.50\"'|3",
        "'\"-1\"'|3",
        "'\"NaN\"'|3",
        "'{}'|3",
        "'\"4.00\"'|-1",
        "'\"4.00\"'|1.5",
        "'\"4.00\"'|null",
      })
  void aFigureThatMakesNoSenseIsMissingAndNeverNoReviews(String pay, String reviews)
      throws NoAnswer {
    site.says(entry(pay, reviews));
    try (Turkopticon source = turkopticon()) {
      assertEquals(
          Map.of("A1", new Standing.SourceDown(TEN_FIVE), "C3", new Standing.SourceDown(TEN_FIVE)),
          source.ask(List.of("A1", "C3")));
    }
  }

  @Test
  @Requirement("SRC-2")
  void turkerViewsWageIsToldAndWhomItLeavesOutNobodyReviewed() throws NoAnswer {
    site.says(
        """
        {"requesters":{"A1":{"requester_name":"Quick Ads","reviews":17,"user_reviews":0,
         "wages":{"average":{"wage":"12.40","class":"high"}},
         "ratings":{"pay":{"text":"Good","class":"x"}},"rejections":1,"blocks":0},
         "C3":{"reviews":2,"wages":{"average":{"wage":null}}}}}\
        """);
    try (TurkerView source = turkerView()) {
      Map<String, Standing> said = source.ask(List.of("A1", "B2", "C3"));

      Standing.Rated rated = assertInstanceOf(Standing.Rated.class, said.get("A1"));
      assertEquals(Optional.of(Money.of(1240, "USD")), rated.wage());
      assertTrue(rated.rating().overall().isEmpty());
      assertEquals(OptionalInt.empty(), rated.rating().reported(Report.UNJUST_REJECTIONS));
      assertEquals(new Standing.NoReviews(), said.get("B2"));
      assertEquals(Optional.empty(), assertInstanceOf(Standing.Rated.class, said.get("C3")).wage());
    }
    assertEquals(List.of("/v1/requesters/?requester_ids=A1%2CB2%2CC3"), site.asked());
  }

  @ParameterizedTest
  @Requirement("SRC-3")
  @CsvSource(
      delimiter = '|',
      value = {
        "200|text/html|'<html><form>Sign in</form></html>'",
        "200|application/json|'[]'",
        "200|application/json|'{\"error\":\"no\"}'",
        "200|application/json|'{\"A1\":'",
        "200|application/json|''",
        "302|text/html|''",
        "404|text/html|'gone'",
      })
  void aLoginPageARedirectAndNonsenseAreNoAnswer(int status, String type, String body) {
    site.says(status, type, body).sends("Location", "/login");
    try (Turkopticon source = turkopticon();
        TurkerView other = turkerView()) {
      assertTrue(assertThrows(NoAnswer.class, () -> source.ask(List.of("A1"))).isStranger());
      assertTrue(assertThrows(NoAnswer.class, () -> other.ask(List.of("A1"))).isStranger());
    }
    assertEquals(2, site.asked().size(), "no redirect is followed");
  }

  @Test
  @Requirement("SRC-3")
  void whatIsSlowInTroubleOrTooLargeIsNoAnswer() {
    try (Turkopticon source = turkopticon()) {
      site.says(500, "text/html", "oops");
      assertFalse(assertThrows(NoAnswer.class, () -> source.ask(List.of("A1"))).isStranger());
      site.says(403, "text/html", "invalidUserAuthKey");
      assertFalse(assertThrows(NoAnswer.class, () -> source.ask(List.of("A1"))).isStranger());
      site.says(429, "text/html", "").sends("Retry-After", "120");
      assertEquals(
          Duration.ofMinutes(2),
          assertThrows(NoAnswer.class, () -> source.ask(List.of("A1"))).asksToWait());
      site.says(200, "application/json", " ".repeat((4 << 20) + 1));
      assertTrue(assertThrows(NoAnswer.class, () -> source.ask(List.of("A1"))).isStranger());
      site.says("{\"A1\":\"\"}").holds();
      assertFalse(assertThrows(NoAnswer.class, () -> source.ask(List.of("A1"))).isStranger());
    }
  }

  @Test
  @Requirement("SRC-1")
  void theKindIsFoundFromTheAnswer() throws NoAnswer {
    site.onlyAt("/requesters/").says("{\"requesters\":{}}");
    try (FoundSource source = new FoundSource(List.of(turkopticon(), turkerView()))) {
      assertEquals(Map.of("A1", new Standing.NoReviews()), source.ask(List.of("A1")));
      assertEquals(Map.of("A1", new Standing.NoReviews()), source.ask(List.of("A1")));
      assertEquals(3, site.asked().size(), "found once");
      site.says("[]");
      assertThrows(NoAnswer.class, () -> source.ask(List.of("A1")));
    }
  }

  @Test
  @Requirement("SRC-1")
  void aHundredIdsAreOneCallAndAnIdThatCannotBeAskedForIsLeftOut() throws NoAnswer {
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> "R" + i).toList();
    site.says("{\"R0\":\"\"}");
    try (Turkopticon source = turkopticon()) {
      assertEquals(100, source.most());
      assertEquals(100, source.ask(ids).size());
      assertEquals(1, site.asked().size());
      assertEquals(Map.of(), source.ask(List.of("a,b")));
    }
  }

  @ParameterizedTest
  @Requirement("SRC-1")
  @ValueSource(strings = {"http://example.org/", "ftp://127.0.0.1/", "turkopticon", ""})
  void anAddressThatOthersCanReadAlongIsRefused(String address) {
    assertThrows(Fault.Usage.class, () -> new Turkopticon(address, PATIENCE, CLOCK));
  }
}
