package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditsTest {
  @Test
  @Requirement("TRN-10")
  void changesCountedByBitsAreThoseOfTheTable() {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      int symbols = 2 + random.nextInt(30);
      Edits edits = new Edits(symbols);
      for (int pair = 0; pair < 4; pair++) {
        int[] one = random.ints(random.nextInt(200), 0, symbols).toArray();
        int[] other = random.ints(random.nextInt(200), 0, symbols).toArray();
        edits.from(one);
        assertEquals(WordErrors.of(one, other).errors(), edits.to(other));
        assertEquals(0, edits.to(one));
      }
    }
  }

  @Test
  @Requirement("TRN-16")
  void wordsThatSoundAlikeAreNear() {
    assertEquals(Sound.of("road"), Sound.of("rode"));
    assertEquals(Sound.of("knight"), Sound.of("night"));
    assertEquals(Sound.of("write"), Sound.of("right"));
    assertEquals("", Sound.of("'"));
    assertEquals("नमस्ते", Sound.of("नमस्ते"));
    PieceWords.Numbering numbering = new PieceWords.Numbering();
    int night = numbering.number("night");
    int knight = numbering.number("knight");
    int nights = numbering.number("sights");
    PieceWords words = numbering.words(Set.of(), new Spellings());
    assertEquals(0, words.distance(night, night));
    assertEquals(words.distance(knight, night), words.distance(night, knight));
    assertEquals(0.75 / 6, words.distance(night, knight), 1e-6, "one letter of six and no sound");
    assertEquals(1, Math.signum(words.distance(night, nights) - words.distance(night, knight)));
  }
}
