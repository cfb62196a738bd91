package dev.hark.cli.bench;

import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folders of a worker who exists for one benchmark only, and programs that run as that worker.
 *
 * @param root what is taken away afterwards
 * @param variables the environment of programs
 */
record Stage(Path root, Map<String, String> variables) {
  private static final int MOST_SECONDS = 120;

  static Stage in(Path root, Path cache) {
    return new Stage(
        root,
        Map.of(
            "XDG_DATA_HOME", root.resolve("data").toString(),
            "XDG_CONFIG_HOME", root.resolve("config").toString(),
            "XDG_CACHE_HOME", cache.toString(),
            "HARK_LANG", "en"));
  }

  /** Where a hub of this worker's computer keeps its data, and where {@code hark} finds it. */
  Path hubFolder() {
    return root.resolve("data").resolve("hark").resolve("hub");
  }

  EmbeddedHub demoHub(Consumer<Sentence> progress) {
    return EmbeddedHub.start(hubFolder(), progress);
  }

  /** The launcher of this installation with arguments. */
  List<String> hark(String... args) {
    String home = System.getProperty("hark.home");
    if (home == null) {
      throw new Fault.Usage(Sentence.of("bench.no-launcher"));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(home, "hark").toString());
    command.addAll(List.of(args));
    return command;
  }

  /** The JVM that runs this, by the JDK's own name for it. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  ProcessBuilder program(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(variables);
    return builder;
  }

  /** Milliseconds from start to end of a program whose output nobody reads. */
  double time(List<String> command) {
    ProcessBuilder builder =
        program(command)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      double millis = (System.nanoTime() - begin) / 1e6;
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw failed(command, null);
      }
      return millis;
    } catch (IOException e) {
      throw failed(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(command, e);
    }
  }

  static Fault failed(List<String> command, @Nullable Throwable cause) {
    return new Fault.Storage(Sentence.of("bench.failed", String.join(" ", command)), cause);
  }

  /** Makes a folder of that name on the stage. */
  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("bench.no-folder", root.toString()), e);
    }
  }
}
