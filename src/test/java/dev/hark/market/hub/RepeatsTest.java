package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @Requirement("MKT-9")
  void aPieceIsKnownAgainWhereverItStandsAndNoOtherIsTakenForIt() {
    Repeats<String> repeats = new Repeats<>(16);
    byte[] page =
        bytes("..{\"id\":\"requester1\"},{\"id\":\"requester1\"},{\"id\":\"requester2\"}");
    repeats.keep(page, 2, 21, "one");
    assertEquals("one", repeats.get(page, 2, 21));
    assertEquals("one", repeats.get(page, 22, 41));
    assertNull(repeats.get(page, 42, 61));
    assertNull(repeats.get(page, 2, 20), "a piece of a piece is another");
    assertNull(repeats.get(page, 3, 21));
    assertNull(repeats.get(page, 0, 0));
    page[5] = 'X';
    assertEquals("one", repeats.get(page, 22, 41), "what was kept does not follow the page");
  }

  @Test
  @Requirement("MKT-9")
  void aMarketThatNeverRepeatsItselfFillsNoMemoryAndGetsNoWrongAnswer() {
    Repeats<Integer> repeats = new Repeats<>(64);
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] piece = bytes("{\"id\":\"" + i + "\"}");
      assertNull(repeats.get(piece, 0, piece.length));
      repeats.keep(piece, 0, piece.length, i);
      assertEquals(i, repeats.get(piece, 0, piece.length));
    }
    for (int i = 0; i < 10_000; i++) {
      byte[] piece = bytes("{\"id\":\"" + i + "\"}");
      Integer meaning = repeats.get(piece, 0, piece.length);
      if (meaning != null) {
        assertEquals(i, meaning);
        known++;
      }
    }
    assertTrue(known > 0 && known <= 64, known + " are known");
    byte[] huge = new byte[5_000];
    repeats.keep(huge, 0, huge.length, -1);
    assertNull(repeats.get(huge, 0, huge.length));
  }

  @Test
  @Requirement("MKT-9")
  void severalThreadsNeverGetTheMeaningOfAnotherPiece() {
    Repeats<Integer> repeats = new Repeats<>(32);
    List<byte[]> pieces = IntStream.range(0, 100).mapToObj(i -> bytes("piece " + i)).toList();
    AtomicInteger wrong = new AtomicInteger();
    IntStream.range(0, 200_000)
        .parallel()
        .forEach(
            i -> {
              int number = i * 7 % pieces.size();
              byte[] piece = pieces.get(number);
              Integer meaning = repeats.get(piece, 0, piece.length);
              if (meaning == null) {
                repeats.keep(piece, 0, piece.length, number);
              } else if (meaning != number) {
                wrong.incrementAndGet();
              }
            });
    assertEquals(0, wrong.get());
  }
}
