package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session in a real terminal, and through a screen reader. */
final class TerminalTest {
  private static final Path FENRIR = Path.of("/etc/fenrirscreenreader/settings/settings-pty.conf");

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
      terminal.press("m");
      terminal.awaitScreen("m does nothing here");
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
    Path spoken = folder.resolve("spoken");
    Files.createFile(spoken);
    Path settings = fenrirSettings(hark, spoken);
    try (Tmux terminal = new Tmux(folder, "fenrir -e -s '" + settings + "'")) {
      awaitSpoken(spoken, "Radio Archive, 4.");
      terminal.press("a");
      awaitSpoken(spoken, "Accepted.");
      awaitSpoken(spoken, "Playing.");
      terminal.press("t");
      awaitSpoken(spoken, "Type; Enter ends.");
      for (String word : List.of("old", "lamp")) {
        for (int c : word.chars().toArray()) {
          String letter = Character.toString(c);
          pressAndHear(terminal, letter, spoken, letter);
        }
        pressAndHear(terminal, "Space", spoken, word);
      }
      terminal.press("Enter");
      awaitSpoken(spoken, "2 words; r reads");
      terminal.press("s");
      awaitSpoken(spoken, "Submit 2 words for 18 cents?");
      terminal.press("y");
      awaitSpoken(spoken, "Sent. 18 cents pending");
      awaitSpoken(spoken, "Next: ");
      terminal.press("e");
      awaitSpoken(spoken, "pending 18 cents");
      terminal.press("q");
      awaitSpoken(spoken, "Goodbye.");
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

  private static Path fenrirSettings(Path hark, Path spoken) throws IOException {
    Path say = script(hark.resolveSibling("say.sh"), "printf '%s\\n' \"$1\" >> '" + spoken + "'\n");
    Path shell = script(hark.resolveSibling("shell.sh"), "exec sh '" + hark + "'\n");
    String settings =
        Files.readString(FENRIR)
            .replaceAll(
                "(?m)^genericSpeechCommand=.*", "genericSpeechCommand=" + say + " \"fenrirText\"")
            .replaceAll("(?m)^charEcho=.*", "charEcho=True")
            .replaceAll("(?m)^wordEcho=.*", "wordEcho=True")
            .replaceAll("(?m)^punctuationLevel=.*", "punctuationLevel=none")
            .replaceAll("(?m)^autoSpellCheck=.*", "autoSpellCheck=False")
            .replaceAll("(?m)^shell=.*", "shell=" + shell)
            .replaceAll("(?s)(\\[sound\\]\\s*(?:#[^\\n]*\\n|\\s)*)enabled=True", "$1enabled=False")
            .replaceAll("(?m)^enable=True", "enable=False");
    Path file = hark.resolveSibling("fenrir.conf");
    Files.writeString(file, settings);
    return file;
  }

  private static Path script(Path script, String text) throws IOException {
    Files.writeString(script, "#!/bin/sh\n" + text);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    return script;
  }

  /**
   * A person goes on when they have heard the key; a screen reader drops keys that come at once.
   */
  private static void pressAndHear(Tmux terminal, String key, Path log, String heard)
      throws IOException {
    int before = spoken(log).length();
    terminal.press(key);
    assertTrue(Tmux.until(() -> spoken(log).substring(before).contains(heard)), spoken(log));
  }

  /** Waits until the screen reader has said it; rows that it joined count as one line. */
  private static void awaitSpoken(Path log, String text) throws IOException {
    boolean said = Tmux.until(() -> spoken(log).contains(text));
    assertTrue(said, "'" + text + "' in what was spoken:\n" + spoken(log));
  }

  private static String spoken(Path log) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8).replaceAll("\\s+(, )?", " ");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
