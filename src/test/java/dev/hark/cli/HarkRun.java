package dev.hark.cli;

import dev.hark.journal.UserFolders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs command lines in this process, with a HOME of their own. */
public final class HarkRun {
  private final Map<String, String> variables = new TreeMap<>();
  private InputStream in = new ByteArrayInputStream(new byte[0]);

  public HarkRun(Path home) {
    variables.put("HOME", home.toString());
    variables.put("LANG", "en_GB.UTF-8");
  }

  public HarkRun with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public HarkRun typing(String... lines) {
    in =
        new ByteArrayInputStream(
            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public UserFolders folders() {
    return UserFolders.of(variables);
  }

  public Outcome run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(environment(out, err), args);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Environment environment(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Environment(
        Map.copyOf(variables),
        in,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        () -> false);
  }

  /** What a run ended with. */
  public record Outcome(int code, String out, String err) {
    public List<String> lines() {
      return out.lines().toList();
    }
  }
}
