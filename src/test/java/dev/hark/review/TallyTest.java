package dev.hark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant DAY = Instant.parse("2026-11-01T09:00:00Z");

  @Test
  void withoutReviewsThereIsNoRating() {
    assertEquals(Optional.empty(), Tally.EMPTY.rating());
  }

  @Test
  @Requirement("RAT-1")
  void overallIsTheMeanOfTheAttributeMeansWithoutWhatDoesNotApply() {
    Tally tally =
        Tally.EMPTY
            .plus(voice(Map.of(Attribute.PAY, 5, Attribute.FAIRNESS, 4)))
            .plus(voice(Map.of(Attribute.PAY, 2, Attribute.ACCESSIBILITY, 1)));

    Rating rating = tally.rating().orElseThrow();

    assertEquals((3.5 + 4) / 2, rating.overall().orElseThrow());
    assertEquals(
        Map.of(Attribute.PAY, 3.5, Attribute.FAIRNESS, 4.0, Attribute.ACCESSIBILITY, 1.0),
        rating.means());
    assertEquals(2, rating.reviewers());
  }

  @Test
  @Requirement("RAT-1")
  void whereNothingAppliesThereIsNoOverallAndTheBoundIsTheLowest() {
    Rating rating = Tally.EMPTY.plus(new Voice(Map.of(), true, true)).rating().orElseThrow();

    assertEquals(OptionalDouble.empty(), rating.overall());
    assertEquals(1, rating.lower());
    assertEquals(OptionalInt.of(1), rating.reported(Report.UNJUST_REJECTIONS));
    assertEquals(OptionalInt.of(1), rating.reported(Report.TERMS_BROKEN));
  }

  @Test
  @Requirement("RAT-2")
  void aPersonWhoReviewsManyGroupsHasOneVoiceAndTheLastMarkCounts() {
    List<Review> reviews = new ArrayList<>();
    for (int group = 0; group < 20; group++) {
      reviews.add(review("busy", "g" + group, group, Map.of(Attribute.PAY, group < 19 ? 5 : 2)));
    }
    reviews.add(review("other", "g0", 1, Map.of(Attribute.PAY, 4)));
    Collections.shuffle(reviews, new Random(7));

    Rating rating = Tally.of(reviews).rating().orElseThrow();

    assertEquals(2, rating.reviewers());
    assertEquals(3.0, rating.means().get(Attribute.PAY));
  }

  @Test
  @Requirement("RAT-2")
  void aLaterKindReviewDoesNotWipeOutAReportOfUnjustRejections() {
    Review unjust =
        new Review("r", "g1", "ann", Map.of(), Optional.of(Rejections.SOME), false, "", DAY);
    Review kind =
        new Review(
            "r",
            "g2",
            "ann",
            Map.of(),
            Optional.of(Rejections.NONE),
            false,
            "",
            DAY.plusSeconds(9));

    assertEquals(
        OptionalInt.of(1),
        Tally.of(List.of(kind, unjust)).rating().orElseThrow().reported(Report.UNJUST_REJECTIONS));
  }

  @Test
  @Requirement("RAT-3")
  void anyOrderOfAddingReplacingAndRemovingEndsWhereCountingAnewEnds() {
    Random random = new Random(2026);
    for (int round = 0; round < 50; round++) {
      List<Voice> now = new ArrayList<>();
      Tally running = Tally.EMPTY;
      for (int step = 0; step < 200; step++) {
        int what = now.isEmpty() ? 0 : random.nextInt(3);
        if (what == 0) {
          now.add(randomVoice(random));
          running = running.plus(now.getLast());
        } else {
          int at = random.nextInt(now.size());
          Voice before = now.remove(at);
          if (what == 1) {
            now.add(randomVoice(random));
            running = running.replace(before, now.getLast());
          } else {
            running = running.minus(before);
          }
        }
      }
      Tally anew = Tally.EMPTY;
      Collections.shuffle(now, random);
      for (Voice voice : now) {
        anew = anew.plus(voice);
      }
      assertEquals(anew, running);
      assertEquals(anew.rating(), running.rating());
    }
  }

  @Test
  void sumsThatNoReviewsCanHaveAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Marks(11, 2));
    assertThrows(IllegalArgumentException.class, () -> new Marks(1, 2));
    assertThrows(IllegalArgumentException.class, () -> Tally.EMPTY.minus(voice(Map.of())));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Tally(1, Map.of(Attribute.PAY, new Marks(6, 2)), 0, 0));
    assertThrows(IllegalArgumentException.class, () -> voice(Map.of(Attribute.PAY, 0)));
  }

  @Test
  @Requirement("RAT-4")
  void theBoundRisesWithTheMeanAndWithTheNumberOfPeopleAndNeverPassesTheMean() {
    for (int count : new int[] {1, 2, 3, 5, 8, 30, 1000}) {
      double before = 0;
      for (int tenth = 10; tenth <= 50; tenth++) {
        double mean = tenth / 10.0;
        double low = LowerBound.of(mean, count);
        assertTrue(low >= 1 && low <= mean, mean + " of " + count);
        assertTrue(low >= before, mean + " of " + count);
        assertTrue(low <= LowerBound.of(mean, count + 1) + 1e-12, mean + " of " + count);
        before = low;
      }
    }
    assertEquals(4.6, LowerBound.of(4.6, 1_000_000), 0.01);
  }

  @Test
  @Requirement("RAT-4")
  void fewPerfectReviewsStayBelowManyGoodOnes() {
    double two = rated(2, 5).lower();
    double many = rated(38, 4).lower();

    assertEquals(2.70, two, 0.005);
    assertTrue(two < many, two + " " + many);
    assertTrue(rated(5, 5).lower() < 3.61);
  }

  @Test
  @Requirement("RAT-4")
  void onePersonsPraiseOfNewAttributesDoesNotHideManyPeoplesComplaint() {
    Tally tally = Tally.EMPTY;
    for (int i = 0; i < 38; i++) {
      tally = tally.plus(voice(Map.of(Attribute.FAIRNESS, 1)));
    }
    tally =
        tally.plus(voice(Map.of(Attribute.PAY, 5, Attribute.SPEED, 5, Attribute.COMMUNICATION, 5)));

    assertTrue(tally.rating().orElseThrow().lower() < 2);
  }

  @Test
  @Requirement("RAT-6")
  void oneMoreGoodReviewNeverLowers() {
    Random random = new Random(4);
    for (int round = 0; round < 2_000; round++) {
      Tally tally = Tally.EMPTY;
      int people = random.nextInt(12);
      for (int i = 0; i < people; i++) {
        tally = tally.plus(randomVoice(random));
      }
      Map<Attribute, Integer> best = new EnumMap<>(Attribute.class);
      randomVoice(random).marks().keySet().forEach(attribute -> best.put(attribute, 5));
      Tally more = tally.plus(voice(best));
      Rating now = more.rating().orElseThrow();
      Optional<Rating> before = tally.rating();
      if (before.isPresent()) {
        assertTrue(now.lower() >= before.get().lower() - 1e-12, tally + " " + best);
        assertTrue(
            now.overall().orElse(1) >= before.get().overall().orElse(1) - 1e-12,
            tally + " " + best);
      }
    }
  }

  @Test
  @Requirement("RAT-5")
  void surenessGrowsWithPeople() {
    assertEquals(Sureness.HARDLY, Sureness.of(rated(3, 5)));
    assertEquals(Sureness.SOMEWHAT, Sureness.of(rated(4, 5)));
    assertEquals(Sureness.FAIRLY, Sureness.of(rated(10, 1)));
    assertEquals(Sureness.SURE, Sureness.of(rated(30, 3)));
  }

  private static Rating rated(int people, int mark) {
    Tally tally = Tally.EMPTY;
    for (int i = 0; i < people; i++) {
      tally = tally.plus(voice(Map.of(Attribute.PAY, mark, Attribute.FAIRNESS, mark)));
    }
    return tally.rating().orElseThrow();
  }

  private static Voice voice(Map<Attribute, Integer> marks) {
    return new Voice(marks, false, false);
  }

  private static Voice randomVoice(Random random) {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      if (random.nextBoolean()) {
        marks.put(attribute, 1 + random.nextInt(5));
      }
    }
    return new Voice(marks, random.nextInt(4) == 0, random.nextInt(9) == 0);
  }

  private static Review review(String who, String group, int hour, Map<Attribute, Integer> marks) {
    return new Review(
        "r", group, who, marks, Optional.empty(), false, "", DAY.plusSeconds(3600L * hour));
  }
}
