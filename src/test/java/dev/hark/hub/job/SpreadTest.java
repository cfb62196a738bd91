package dev.hark.hub.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the answers that are left go. */
@Requirement("AUD-102")
class SpreadTest {
  private static final int MOST = 5;

  private static Spread.Piece piece(int number, int answers, double gain) {
    return new Spread.Piece(number, answers, gain, answers);
  }

  @Test
  void theNextAnswerGoesWhereItGainsMost() {
    List<Spread.Piece> pieces = List.of(piece(0, 2, 0.1), piece(1, 2, 0.9), piece(2, 2, 0.3));
    assertEquals(Set.of(1), new Spread(1, MOST, 0).granted(pieces));
    // One more to the second is expected to gain 0.9 * 3 * 2/3 / 4 = 0.45, more than the third.
    assertEquals(Set.of(1), new Spread(2, MOST, 0).granted(pieces));
    // After that 0.9 * 3 * 2/4 / 5 = 0.27, less than the third.
    assertEquals(Set.of(1, 2), new Spread(3, MOST, 0).granted(pieces));
    assertEquals(Set.of(0, 1, 2), new Spread(9, MOST, 0).granted(pieces));
    assertEquals(Set.of(), new Spread(0, MOST, 0).granted(pieces));
  }

  @Test
  void forPiecesWhoseAnswersAreStillToComeOneIsKept() {
    List<Spread.Piece> pieces = List.of(piece(0, 2, 0.5), piece(1, 2, 0.4));
    assertEquals(Set.of(), new Spread(2, MOST, 2).granted(pieces));
    assertEquals(Set.of(0), new Spread(3, MOST, 2).granted(pieces));
    assertEquals(Set.of(0, 1), new Spread(4, MOST, 2).granted(pieces));
  }

  @Test
  void equalPiecesComeInTheOrderOfTheRecordingAndNoneGetsMoreThanTheMost() {
    List<Spread.Piece> pieces =
        List.of(piece(7, 2, 0.4), piece(3, 2, 0.4), piece(5, MOST, 9), piece(6, 2, 0.4));
    assertEquals(Set.of(3), new Spread(1, MOST, 0).granted(pieces));
    assertEquals(Set.of(3, 6), new Spread(2, MOST, 0).granted(pieces));
    assertFalse(new Spread(100, MOST, 0).granted(pieces).contains(5));
  }

  @Test
  void neverMoreThanIsLeftAlwaysTheSameAndNobodyIsPassedOver() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      List<Spread.Piece> pieces = new ArrayList<>();
      int count = 1 + random.nextInt(20);
      for (int number = 0; number < count; number++) {
        pieces.add(piece(number, 1 + random.nextInt(MOST), random.nextInt(100) / 50.0));
      }
      int left = random.nextInt(25);
      int open = random.nextInt(3) == 0 ? random.nextInt(10) : 0;
      Set<Integer> granted = new Spread(left, MOST, open).granted(pieces);
      assertTrue(granted.size() <= Math.max(0, left - open), "within what is left");
      List<Spread.Piece> shuffled = new ArrayList<>(pieces);
      Collections.shuffle(shuffled, random);
      assertEquals(
          granted, new Spread(left, MOST, open).granted(shuffled), "in whatever order they come");
      double least =
          pieces.stream()
              .filter(one -> granted.contains(one.number()))
              .mapToDouble(Spread.Piece::gain)
              .min()
              .orElse(Double.MAX_VALUE);
      List<Spread.Piece> able = pieces.stream().filter(one -> one.wanted() < MOST).toList();
      assertTrue(
          able.stream()
              .filter(one -> !granted.contains(one.number()))
              .allMatch(one -> one.gain() <= least),
          "none that gains less comes before another");
      assertTrue(left <= open || able.isEmpty() || !granted.isEmpty(), "it always goes on");
      assertTrue(
          new Spread(left + 1, MOST, open).granted(pieces).containsAll(granted),
          "more that is left takes nothing away");
    }
  }

  @Test
  void theWholeOfABudgetIsSpentAndNoMore() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int count = 2 + random.nextInt(12);
      int[] wanted = new int[count];
      double[] errors = new double[count];
      for (int i = 0; i < count; i++) {
        wanted[i] = 2;
        errors[i] = random.nextDouble() * 3;
      }
      int budget = random.nextInt(count * (MOST - 2) + 1);
      int left = budget;
      while (left > 0) {
        List<Spread.Piece> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          waiting.add(new Spread.Piece(i, wanted[i], errors[i] / (wanted[i] + 1), wanted[i]));
        }
        Set<Integer> granted = new Spread(left, MOST, 0).granted(waiting);
        assertFalse(granted.isEmpty());
        left -= granted.size();
        granted.forEach(i -> errors[i] *= 1 - random.nextDouble() / wanted[i]++);
      }
      assertEquals(0, left);
      assertEquals(2 * count + budget, Arrays.stream(wanted).sum());
      assertTrue(Arrays.stream(wanted).allMatch(one -> one <= MOST));
    }
  }
}
