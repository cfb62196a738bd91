package dev.hark.audio.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A sound server of Linux, PulseAudio or PipeWire. Java sees all of its outputs as one device;
 * which one that is, its client library reads from the process's environment when it connects.
 */
final class SoundServer {
  private static final String PROGRAM = "pactl";
  private static final List<String> VARIABLES = List.of("PULSE_SINK", "PIPEWIRE_NODE");

  private SoundServer() {}

  /**
   * An output.
   *
   * @param name the server's own
   * @param description in words
   */
  record Sink(String name, String description) {
    boolean fits(String wanted) {
      return name.toLowerCase(Locale.ROOT).contains(wanted)
          || description.toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  /** What the server has; none where there is no server, or it does not answer within a second. */
  static List<Sink> sinks() {
    List<Sink> sinks = new ArrayList<>();
    Optional<String> name = Optional.empty();
    for (String line : asked().lines().map(String::strip).toList()) {
      if (line.startsWith("Name: ")) {
        name = Optional.of(line.substring(6));
      } else if (line.startsWith("Description: ") && name.isPresent()) {
        sinks.add(new Sink(name.get(), line.substring(13)));
        name = Optional.empty();
      }
    }
    return sinks;
  }

  private static String asked() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "";
    }
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM, "list", "sinks").redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      var _ =
          process
              .onExit()
              .orTimeout(1, TimeUnit.SECONDS)
              .exceptionally(_ -> process.destroyForcibly());
      try (InputStream in = process.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Chooses for this process; to be called before its first line is opened.
   *
   * @return false where the environment cannot be changed
   */
  static boolean choose(Sink sink) {
    return VARIABLES.stream().allMatch(variable -> set(variable, sink.name()));
  }

  private static boolean set(String variable, String value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find("setenv");
    if (function.isEmpty()) {
      return false;
    }
    MethodHandle setenv =
        linker.downcallHandle(
            function.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      return (int) setenv.invokeExact(arena.allocateFrom(variable), arena.allocateFrom(value), 1)
          == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv failed", e);
    }
  }
}
