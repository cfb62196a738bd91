package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.Environment;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Main;
import dev.hark.cli.TemporaryFolder;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.UserFolders;
import dev.hark.transcript.CrowdFile;
import dev.hark.transcript.TextFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hark train}: does in one run what people do most, in an empty folder and without a sound,
 * so that the launcher can have the JVM keep what it learnt for quick starts. With {@code --all}
 * the hub runs in this process, as it does in a session; else in one beside it, so that a short
 * command carries nothing of a hub.
 */
@Command(name = "train", description = "cli.command.train", hidden = true)
public final class TrainCommand extends HarkCommand {
  private static final List<List<String>> LINES =
      List.of(
          List.of("--version"),
          List.of("help"),
          List.of("settings"),
          List.of("--lang", "nl", "help", "settings"),
          List.of("no-such-command"),
          List.of("tasks", "--limit", "5"),
          List.of("settings", "set", "sees", "no"),
          List.of("tasks", "--limit", "5"),
          List.of("tasks", "--limit", "5", "--lang", "nl"),
          List.of("earnings"));

  private static final List<List<String>> MORE_LINES =
      List.of(
          List.of("tasks", "--filter", "fair-pay", "--sort", "hourly", "--json"),
          List.of("work", "--no-speak"));

  private static final int PIECES = 200;

  @Option(names = "--all", description = "cli.command.train")
  private boolean all;

  @Option(names = "--serve", paramLabel = "FOLDER", description = "cli.command.train")
  private String serve = "";

  @Override
  protected ExitCode run(Context context) {
    if (!serve.isEmpty()) {
      return serve(Path.of(serve), context);
    }
    try (TemporaryFolder home = TemporaryFolder.make("hark-train")) {
      Map<String, String> variables = Map.of("HOME", home.path().toString());
      Path folder = Connection.hubFolder(UserFolders.of(variables).made());
      if (all) {
        try (EmbeddedHub _ = EmbeddedHub.start(folder, _ -> {})) {
          LINES.forEach(line -> run(variables, line));
          MORE_LINES.forEach(line -> run(variables, line));
        }
      } else {
        besideAHub(folder, () -> LINES.forEach(line -> run(variables, line)));
        run(variables, merge(home.path()));
      }
    }
    return ExitCode.OK;
  }

  /** Has a few answers merged, with all that answers may have in them. */
  private static List<String> merge(Path home) {
    Path crowd = home.resolve("crowd.tsv");
    StringBuilder answers = new StringBuilder(String.join("\t", CrowdFile.COLUMNS)).append('\n');
    for (int i = 0; i < PIECES; i++) {
      answers.append(i).append("\tThe keeper rowed out at dawn, at 5.\tann\n");
      answers.append(i).append("\tThe keeper rode out to dawn at five\tben\n");
      answers.append(i).append("\tthe light-keeper rowed out at dawn\tcis\n");
      answers.append(i).append("\t\"the lightkeeper wrote \"\"out\"\" at café’s dawn\"\tdan\n");
      answers.append(i).append("\tthe light keeper wrote at the cafés dawn\teva\n");
      answers.append(i).append("\tthe light keeper wrote at the cafés dawn\tfay\n");
      answers.append(i).append("\t[unclear] Mr. Ł paid $20 & 5% in 1886, or 1,886\tgus\n");
    }
    TextFile.write(crowd, List.of(answers.toString()));
    return List.of(
        "transcript",
        "merge",
        "--crowd",
        crowd.toString(),
        "--out",
        home.resolve("texts.tsv").toString());
  }

  /** Serves until nobody is left who could speak to it. */
  private static ExitCode serve(Path folder, Context context) {
    try (EmbeddedHub running = EmbeddedHub.start(folder, _ -> {})) {
      context.output().text(running.address());
      context.environment().out().flush();
      context.environment().in().transferTo(OutputStream.nullOutputStream());
      return ExitCode.OK;
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("bench.no-folder", folder.toString()), e);
    }
  }

  private static void besideAHub(Path folder, Runnable work) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            "--serve",
            folder.toString());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        if (said.readLine() != null) {
          work.run();
        }
      } finally {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("bench.failed", String.join(" ", command)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Map<String, String> variables, List<String> line) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    InputStream keys = new ByteArrayInputStream("n\nd\nq\n".getBytes(StandardCharsets.UTF_8));
    Main.run(
        new Environment(variables, keys, nowhere, nowhere, () -> false),
        line.toArray(String[]::new));
  }
}
