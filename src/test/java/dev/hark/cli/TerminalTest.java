package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session in a real terminal, and through a screen reader. */
final class TerminalTest {
  @TempDir Path folder;

  @BeforeEach
  void needsATerminal() {
    assumeFalse(Tmux.missing("tmux"), "tmux is not installed");
  }

  @Test
  @Requirement("FRO-8")
  void aWholeTaskIsDoneWithSingleKeysAndTheTerminalIsLeftAsItWas() throws IOException {
    Path hark = Tmux.harkScript(folder, "--no-speak --sees no");
    String shell = "stty -a; sh '" + hark + "'; echo code $?; stty -a; echo over; read x";
    try (Tmux terminal = new Tmux(folder, shell)) {
      terminal.awaitScreen("Radio Archive, 4.");
      terminal.press("a");
      terminal.awaitScreen("Playing.");
      terminal.press("t");
      terminal.awaitScreen("Type; Enter ends.");
      terminal.type("the old lighthouse kexx");
      terminal.press("BSpace", "BSpace");
      terminal.type("eper rowed");
      terminal.awaitScreen("the old lighthouse keeper rowed");
      terminal.press("F5");
      terminal.awaitScreen("5 words.");
      terminal.press("Escape");
      terminal.press("Enter");
      terminal.awaitScreen("s hands in.");
      terminal.press("s");
      terminal.awaitScreen("Submit 5 words for 18 cents?");
      terminal.press("y");
      terminal.awaitScreen("Next: ");
      terminal.press("e");
      terminal.awaitScreen("pending 18 cents");
      terminal.press("y");
      terminal.awaitScreen("y does nothing here");
      terminal.press("q");
      terminal.awaitScreen("over");
      String screen = terminal.screen();
      assertTrue(screen.contains("code 0"), screen);
      assertEquals(sttyOf(screen, true), sttyOf(screen, false));
    }
  }

  @Test
  @Requirement("FRO-8")
  void controlCAsksAndATermSignalLeavesTheTerminalAsItWas() throws IOException {
    Path hark = Tmux.harkScript(folder, "--no-speak --sees no");
    String shell = "stty -a; sh '" + hark + "'; echo code $?; stty -a; echo over; read x";
    try (Tmux terminal = new Tmux(folder, shell)) {
      terminal.awaitScreen("Radio Archive, 4.");
      terminal.press("a");
      terminal.awaitScreen("Playing.");
      terminal.press("t");
      terminal.awaitScreen("Type; Enter ends.");
      terminal.type("kept words");
      terminal.awaitScreen("kept words");
      terminal.press("C-c");
      terminal.awaitScreen("Quit? y or n.");
      terminal.press("n");
      terminal.awaitScreen("Not done.");
      assertTrue(hark(folder).orElseThrow().destroy());
      terminal.awaitScreen("over");
      String screen = terminal.screen();
      assertEquals(sttyOf(screen, true), sttyOf(screen, false));
      assertTrue(new HarkRun(folder).run("drafts").out().contains("kept words"));
    }
  }

  @Test
  @Requirement("FRO-9")
  void aScreenReaderSpeaksTheOfferWhatIsTypedThatItWasSentAndTheMoney() throws IOException {
    assumeFalse(Tmux.missing("fenrir"), "fenrir is not installed");
    Path hark = Tmux.harkScript(folder, "--no-speak --sees no");
    try (Tmux terminal = new Tmux(folder, Fenrir.command(hark))) {
      Fenrir reader = new Fenrir(terminal, folder);
      reader.awaitSpoken("Radio Archive, 4.");
      terminal.press("a");
      reader.awaitSpoken("Accepted.");
      reader.awaitSpoken("Playing.");
      terminal.press("t");
      reader.awaitSpoken("Type; Enter ends.");
      for (String word : List.of("old", "lamp")) {
        for (int c : word.chars().toArray()) {
          String letter = Character.toString(c);
          reader.pressAndHear(letter, letter);
        }
        reader.pressAndHear("Space", word);
      }
      terminal.press("Enter");
      reader.awaitSpoken("2 words; r reads");
      terminal.press("s");
      reader.awaitSpoken("Submit 2 words for 18 cents?");
      terminal.press("y");
      reader.awaitSpoken("Sent. 18 cents pending");
      reader.awaitSpoken("Next: ");
      terminal.press("e");
      reader.awaitSpoken("pending 18 cents");
      terminal.press("q");
      reader.awaitSpoken("Goodbye.");
      assertTrue(Tmux.until(() -> !hark(folder).map(ProcessHandle::isAlive).orElse(false)));
    }
  }

  /** The terminal's settings, the first or the last time that they are shown. */
  private static String sttyOf(String screen, boolean first) {
    int from = first ? screen.indexOf("speed ") : screen.lastIndexOf("speed ");
    int to = screen.indexOf("-extproc", from);
    return screen.substring(from, to).replaceAll("\\s+", " ");
  }

  /** The process that runs Hark, while it does. */
  private static Optional<ProcessHandle> hark(Path folder) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
