package dev.hark.speech.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Requirement("VOI-2")
class GrammarTest {
  @Test
  void phrasesBecomeAGrammarThatOtherProgramsRead() {
    Grammar grammar = new Grammar(List.of("play", "go back"));
    assertEquals(
        """
        #JSGF V1.0;

        grammar commands;

        public <command> =
            play
          | go back
          ;
        """,
        grammar.jsgf("commands"));
    assertEquals(Set.of("play", "go", "back"), grammar.words());
  }

  @Test
  void aPhraseThatBeginsAnotherIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Grammar(List.of("read", "read back", "play")));
    assertEquals(2, new Grammar(List.of("read", "reader")).phrases().size());
  }

  @Test
  void whatNobodyCanSayIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Grammar(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Grammar(List.of("play", "play")));
    for (String odd : List.of("", "Play", "play;", "play  back", " play", "option 2", "<any>")) {
      assertThrows(IllegalArgumentException.class, () -> new Grammar(List.of(odd)), odd);
    }
  }
}
