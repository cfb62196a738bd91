package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.Environment;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Main;
import dev.hark.cli.TemporaryFolder;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * {@code hark train}: does in one run what people do most, in an empty folder and without a sound,
 * so that the launcher can have the JVM keep what it learnt for quick starts.
 */
@Command(name = "train", description = "cli.command.train", hidden = true)
public final class TrainCommand extends HarkCommand {
  private static final List<List<String>> LINES =
      List.of(
          List.of("--version"),
          List.of("help"),
          List.of("settings"),
          List.of("--lang", "nl", "help", "settings"),
          List.of("completion", "bash"),
          List.of("no-such-command"),
          List.of("filter", "check", shipped("fair-pay.yaml")));

  @Override
  protected ExitCode run(Context context) {
    try (TemporaryFolder home = TemporaryFolder.make("hark-train")) {
      LINES.forEach(line -> run(home.path(), line));
    }
    return ExitCode.OK;
  }

  /** Reading a filter loads much that a session with one would otherwise wait for. */
  private static String shipped(String filter) {
    return Path.of(System.getProperty("hark.home", "."), "filters", filter).toString();
  }

  private static void run(Path home, List<String> line) {
    Map<String, String> variables = new HashMap<>(Map.of("HOME", home.toString()));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(
        new Environment(
            variables, new ByteArrayInputStream(new byte[0]), nowhere, nowhere, () -> false),
        line.toArray(String[]::new));
  }
}
