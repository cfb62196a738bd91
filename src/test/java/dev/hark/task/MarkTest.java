package dev.hark.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkTest {
  @Test
  @Requirement("AUD-32")
  void marksAreFoundInWhateverCaseAndAreNoWords() {
    String answer = "He rowed [Unclear] out [several \n speakers] at [unclear]dawn";
    assertEquals(List.of(Mark.UNCLEAR, Mark.SEVERAL_SPEAKERS), Mark.of(answer));
    assertEquals("He rowed out at dawn", Mark.without(answer));
    assertEquals("He rowed out [several speakers] at dawn", Mark.UNCLEAR.takenFrom(answer));
    assertEquals("", Mark.without("[no speech]"));
    assertTrue(Mark.NO_SPEECH.in("[NO SPEECH]"));
    assertFalse(Mark.NO_SPEECH.in("no speech was held"));
    assertEquals("no speech was held", Mark.without("no speech was held"));
  }
}
