package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions by keys with the screen off, and by lines. */
final class ByEarSessionTest {
  @TempDir Path folder;

  @Test
  @Requirement({"EAR-30", "EAR-23"})
  void byKeysAlone() throws IOException {
    assumeFalse(Tmux.missing("tmux"), "tmux is not installed");
    assertEquals(0, new HarkRun(folder).run("settings", "set", "rhythm", "1").code());
    Path sound = folder.resolve("sound");
    Path hark = Tmux.harkScript(folder, "--speak --sees no --sound-to '" + sound + "'");
    try (Tmux terminal = new Tmux(folder, "sh '" + hark + "'; echo over; read x")) {
      Ear ear = new Ear(terminal, sound);
      ear.hears("", "Radio Archive, 4.");
      ear.press("!", "The sound comes once you accept: a.");
      ear.press("a", "Accepted. ");
      ear.press("!", "Plays without pauses.");
      ear.press("!", "Plays 1 second, then waits for p.");
      ear.press("p", "Playing.");
      ear.press("\\;", "Marked at ");
      ear.press("t", "Type; Enter ends.");
      terminal.type("their old lamb burns ");
      terminal.awaitScreen("their old lamb burns");
      ear.press("C-Left", "burns");
      ear.press("C-o", "burns");
      ear.press("End", "");
      terminal.type("/replace 3 lamp");
      ear.press("Enter", "lamb replaced by lamp.");
      ear.press("Enter", "4 words; r reads, s hands in.");
      ear.press("w", "their, t h e i r . old . lamp . burns");
      ear.press("Down", "Editing, at: ");
      ear.press("Home", "their, t h e i r");
      ear.press("r", "Type what comes in place of their");
      terminal.type("there");
      ear.press("Enter", "their, t h e i r, replaced by there, t h e r e.");
      ear.press("*", "their, t h e i r, replaced by there, t h e r e.");
      ear.press("Enter", "4 words; r reads, s hands in.");
      ear.press("r", "there old lamp burns");
      ear.press("s", "Submit 4 words for 18 cents?");
      ear.press("y", "Sent. 18 cents pending");
      ear.press("e", "pending 18 cents");
      ear.press("q", "Goodbye.");
      terminal.awaitScreen("over");
      List<String> sounds = ear.all().lines().filter(line -> line.contains("-task.wav")).toList();
      assertEquals(2, sounds.size(), "once more after the pause of the rhythm: " + sounds);
    }
  }

  @Test
  @Requirement("EAR-31")
  void aScreenReaderSaysAllOfItAndNothingTwice() throws IOException {
    assumeFalse(Tmux.missing("tmux"), "tmux is not installed");
    assumeFalse(Tmux.missing("fenrir"), "fenrir is not installed");
    Path hark = Tmux.harkScript(folder, "--no-speak --sees no --sound-to '" + folder + "/sound'");
    try (Tmux terminal = new Tmux(folder, Fenrir.command(hark))) {
      Fenrir reader = new Fenrir(terminal, folder);
      reader.awaitSpoken("Radio Archive, 4.");
      reader.pressAndHear("a", "Playing.");
      reader.pressAndHear("t", "Type; Enter ends.");
      for (String word : List.of("their", "lamp")) {
        for (int c : word.chars().toArray()) {
          reader.pressAndHear(Character.toString(c), Character.toString(c));
        }
        reader.pressAndHear("Space", word);
      }
      reader.pressAndHear("Enter", "2 words; r reads, s hands in.");
      reader.pressAndHear("w", "their, t h e i r . lamp");
      reader.pressAndHear("Down", "Editing, at: lamp");
      reader.pressAndHear("Left", "their, t h e i r");
      reader.pressAndHear("d", "their, t h e i r, deleted; now at lamp.");
      reader.pressAndHear("z", "Taken back. their, t h e i r, is new, at the start.");
      reader.pressAndHear("Enter", "2 words; r reads, s hands in.");
      reader.pressAndHear("s", "Submit 2 words for 18 cents?");
      reader.pressAndHear("y", "Next: ");
      reader.pressAndHear("e", "pending 18 cents");
      reader.pressAndHear("q", "Goodbye.");
      assertEquals(written(terminal.screen(), "their lamp"), told(reader, "their", "lamp"));
    }
  }

  /** All that was written from the greeting on, without the row where something was typed. */
  private static String written(String screen, String typed) {
    return screen
        .substring(screen.indexOf("Hark. "))
        .lines()
        .map(String::strip)
        .filter(row -> !row.isEmpty() && !row.equals(typed))
        .collect(Collectors.joining(" "));
  }

  /** All that was said from the greeting on, without the echo of keys and of typed words. */
  private static String told(Fenrir reader, String... typed) {
    String raw = reader.raw();
    return raw.substring(raw.indexOf("Hark. "))
        .lines()
        .map(String::strip)
        .filter(said -> said.length() > 1 && !said.equals("blank"))
        .filter(said -> !List.of(typed).contains(said))
        .map(said -> said.replaceAll("\\s+(, )?", " "))
        .collect(Collectors.joining(" "));
  }

  @Test
  @Requirement({"EAR-8", "EAR-23"})
  void byLinesAndWords() {
    assertEquals(0, new HarkRun(folder).run("settings", "set", "alphabet", "alike").code());
    assertEquals(2, new HarkRun(folder).run("settings", "set", "rhythm", "soon").code());
    HarkRun.Outcome run =
        new HarkRun(folder)
            .typing(
                "accept",
                "rhythm 2 0",
                "loop",
                "type",
                "their old lamb burns",
                "type",
                "/replace 3 lamp",
                "/append at dawn",
                "",
                "edit",
                "1",
                "replace",
                "there",
                "next word",
                "remove",
                "undo",
                "edit",
                "words",
                "spell 3",
                "changes",
                "submit",
                "yes",
                "quit")
            .run("--no-speak", "--sees", "no", "--sound-to", folder + "/sound");
    assertEquals(0, run.code(), run.err());
    String out = run.out();
    int from = 0;
    for (String line :
        List.of(
            "Plays 2 seconds, then rests 0 seconds.",
            "A passage begins at",
            "lamb replaced by lamp.",
            "at dawn inserted after lamp.",
            "Editing, at: dawn",
            "their, t tango h e echo i r",
            "Type what comes in place of their, t tango h e echo i r; Enter ends.",
            "their, t tango h e echo i r, replaced by there, t tango h e echo r e echo.",
            "old",
            "old deleted; now at lamp.",
            "Taken back. old is new, after there, t tango h e echo r e echo.",
            "there, t tango h e echo r e echo . old . lamp . at . dawn . burns",
            "lamp, l a m mike p papa",
            "Nothing has changed since you heard it.",
            "Submit 6 words for 18 cents? y or n.",
            "Sent. 18 cents pending")) {
      int at = out.indexOf(line, from);
      assertTrue(at >= 0, () -> "'" + line + "' in its place in:\n" + out);
      from = at + line.length();
    }
  }

  /** What is heard, key by key. */
  private static final class Ear {
    private final Tmux terminal;
    private final Path sound;

    Ear(Tmux terminal, Path sound) {
      this.terminal = terminal;
      this.sound = sound;
    }

    void press(String key, String... heard) throws IOException {
      int before = all().length();
      terminal.press(key);
      for (String text : heard) {
        hears(all().length() < before ? "" : all().substring(0, before), text);
      }
    }

    void hears(String before, String text) {
      boolean said = Tmux.until(() -> all().substring(before.length()).contains(text));
      assertTrue(said, () -> "'" + text + "' in what was heard:\n" + all());
    }

    String all() {
      try {
        Path heard = sound.resolve("heard.txt");
        return Files.exists(heard) ? Files.readString(heard) : "";
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
