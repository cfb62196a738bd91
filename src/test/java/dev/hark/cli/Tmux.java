package dev.hark.cli;

import dev.hark.TestJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real terminal: a tmux server of its own with one window, which closing ends. */
final class Tmux implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path socket;

  /**
   * @param command run by a shell in the window
   */
  Tmux(Path folder, String command) throws IOException {
    this.socket = folder.resolve("tmux");
    call("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "50", command);
  }

  static boolean missing(String program) {
    return List.of("/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/").stream()
        .noneMatch(folder -> Files.isExecutable(Path.of(folder + program)));
  }

  /** A script that becomes Hark, from the classes under test, and notes its id in {@code pid}. */
  static Path harkScript(Path folder, String options) throws IOException {
    Path script = folder.resolve("hark.sh");
    Files.writeString(
        script,
        """
        export HOME='%s' LANG=en_GB.UTF-8
        unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME HARK_HUB HARK_LANG
        echo $$ > '%s'
        exec '%s' %s 2>'%s'
        """
            .formatted(
                folder,
                folder.resolve("pid"),
                String.join(
                    "' '",
                    TestJvm.command(
                        Main.class, "-Dhark.home=" + System.getProperty("hark.root", "."))),
                options,
                folder.resolve("stderr")));
    return script;
  }

  /** Presses keys by tmux's names, such as {@code a}, {@code F5} or {@code BSpace}. */
  void press(String... keys) throws IOException {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    call(words.toArray(String[]::new));
  }

  void type(String text) throws IOException {
    call("send-keys", "-l", text);
  }

  /** All that stands in the window, rows that the terminal wrapped joined. */
  String screen() throws IOException {
    return call("capture-pane", "-p", "-J", "-S", "-500");
  }

  void awaitScreen(String text) throws IOException {
    String[] seen = {""};
    boolean there =
        until(
            () -> {
              try {
                seen[0] = screen();
                return seen[0].contains(text);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    if (!there) {
      throw new AssertionError("no '" + text + "' in:\n" + seen[0].strip());
    }
  }

  static boolean until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return true;
  }

  private String call(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    String said = call("kill-server");
    assert said != null;
  }
}
