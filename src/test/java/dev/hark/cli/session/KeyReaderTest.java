package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyReaderTest {
  private static final char PAUSE = '\uffff';

  @ParameterizedTest
  @Requirement("FRO-4")
  @CsvSource({
    "OP,f1",
    "OQ,f2",
    "OR,f3",
    "OS,f4",
    "[11~,f1",
    "[14~,f4",
    "[15~,f5",
    "[17~,f6",
    "[18~,f7",
    "[20~,f9",
    "[21~,f10",
    "[24~,f12",
    "[[A,f1",
    "[[E,f5",
    "[A,up",
    "[C,right",
    "OD,left",
    "[H,home",
    "[1~,home",
    "[F,end",
    "OF,end",
    "[8~,end",
    "[3~,delete",
    "[5~,pageup",
    "[6~,pagedown",
    "[1;5D,ctrl-left",
    "[1;5C,ctrl-right",
    "[1;5H,ctrl-home",
    "[1;5F,ctrl-end",
    "[1;5A,unknown",
    "[25~,unknown",
    "[1;2P,unknown",
    "[99x,unknown"
  })
  void sequencesOfEveryTerminalAreKeys(String sequence, String name) throws IOException {
    assertEquals(List.of(new Key.Named(name), character("x")), keys("\u001b" + sequence + "x"));
  }

  @Test
  @Requirement("FRO-4")
  void aLoneEscapeIsAKeyAndSoIsWhatFollowsIt() throws IOException {
    assertEquals(List.of(new Key.Named("escape"), character("a")), keys("\u001b" + PAUSE + "a"));
    assertEquals(List.of(new Key.Named("escape"), character("q")), keys("\u001bq"));
    assertEquals(List.of(new Key.Named("escape"), new Key.Named("f5")), keys("\u001b\u001b[15~"));
  }

  @Test
  @Requirement("FRO-4")
  void lettersOfEveryLanguageAreCharacters() throws IOException {
    assertEquals(
        List.of(character("é"), character("ß"), character("😀"), character("字")), keys("éß😀字"));
  }

  @Test
  @Requirement("FRO-4")
  void aPasteIsOnePieceWhateverItHolds() throws IOException {
    assertEquals(
        List.of(new Key.Pasted("one\ntwo\u001b[15~"), character("x")),
        keys("\u001b[200~one\ntwo\u001b[15~\u001b[201~x"));
  }

  @Test
  @Requirement("FRO-4")
  void editingKeysHaveNames() throws IOException {
    assertEquals(
        List.of(
            new Key.Named("backspace"),
            new Key.Named("backspace"),
            new Key.Named("enter"),
            new Key.Named("ctrl-u"),
            new Key.Named("ctrl-w"),
            new Key.Named("home"),
            new Key.Named("end")),
        keys("\u007f\b\r\u0015\u0017\u0001\u0005"));
  }

  private static Key character(String text) {
    return new Key.Letter(text.codePointAt(0));
  }

  private static List<Key> keys(String sent) throws IOException {
    int[] at = {0};
    KeyReader reader =
        new KeyReader(
            _ -> {
              int c = at[0] < sent.length() ? sent.charAt(at[0]++) : -1;
              return c == PAUSE ? -2 : c;
            });
    List<Key> keys = new ArrayList<>();
    while (true) {
      Key key = reader.next(Duration.ofMillis(1));
      if (key instanceof Key.End) {
        return keys;
      }
      if (!(key instanceof Key.Nothing)) {
        keys.add(key);
      }
    }
  }
}
