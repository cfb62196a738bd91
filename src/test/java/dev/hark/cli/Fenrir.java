package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A screen reader around Hark in a terminal, which writes down all that it says. */
final class Fenrir {
  private static final Path SETTINGS =
      Path.of("/etc/fenrirscreenreader/settings/settings-pty.conf");

  private final Tmux terminal;
  private final Path log;

  /**
   * @param folder where the script lies that {@link #command} was made of
   */
  Fenrir(Tmux terminal, Path folder) {
    this.terminal = terminal;
    this.log = folder.resolve("spoken");
  }

  /** What a terminal runs: the reader, and Hark inside it. */
  static String command(Path hark) throws IOException {
    Path spoken = hark.resolveSibling("spoken");
    Files.createFile(spoken);
    return "fenrir -e -s '" + settings(hark, spoken) + "'";
  }

  private static Path settings(Path hark, Path spoken) throws IOException {
    Path say = script(hark.resolveSibling("say.sh"), "printf '%s\\n' \"$1\" >> '" + spoken + "'\n");
    Path shell = script(hark.resolveSibling("shell.sh"), "exec sh '" + hark + "'\n");
    String settings =
        Files.readString(SETTINGS)
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
  void pressAndHear(String key, String heard) throws IOException {
    int before = spoken().length();
    terminal.press(key);
    assertTrue(Tmux.until(() -> spoken().substring(before).contains(heard)), this::spoken);
  }

  /** Waits until the screen reader has said it; rows that it joined count as one line. */
  void awaitSpoken(String text) {
    boolean said = Tmux.until(() -> spoken().contains(text));
    assertTrue(said, () -> "'" + text + "' in what was spoken:\n" + spoken());
  }

  /** All that it has said. */
  String spoken() {
    return raw().replaceAll("\\s+(, )?", " ");
  }

  /** The same as it was said, a line for each utterance. */
  String raw() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
