package dev.hark.audio.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A sound server of Linux, PulseAudio or PipeWire. Java sees all of its outputs as one device, and
 * all of its inputs; which one that is, its client library reads from the process's environment
 * when it connects.
 */
final class SoundServer {
  private static final String PROGRAM = "pactl";
  private static final List<String> FOR_SINKS = List.of("PULSE_SINK", "PIPEWIRE_NODE");

  /** The other variable is of outputs and inputs alike. */
  private static final String FOR_SOURCES = "PULSE_SOURCE";

  private SoundServer() {}

  /**
   * An output or an input.
   *
   * @param name the server's own
   * @param description in words
   */
  record End(String name, String description) {
    boolean fits(String wanted) {
      return name.toLowerCase(Locale.ROOT).contains(wanted)
          || description.toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  /** Its outputs; none where there is no server, or it does not answer within a second. */
  static List<End> sinks() {
    return ends("sinks");
  }

  /** Its inputs, without those that hear what an output plays; none as for {@link #sinks}. */
  static List<End> sources() {
    return ends("sources");
  }

  private static List<End> ends(String kind) {
    List<End> ends = new ArrayList<>();
    Optional<String> name = Optional.empty();
    Optional<String> description = Optional.empty();
    for (String line : asked("list", kind).lines().map(String::strip).toList()) {
      if (line.startsWith("Name: ")) {
        name = Optional.of(line.substring(6));
      } else if (line.startsWith("Description: ")) {
        description = Optional.of(line.substring(13));
      } else if (line.startsWith("Monitor ")
          && name.isPresent()
          && (kind.equals("sinks") || line.endsWith(": n/a"))) {
        ends.add(new End(name.get(), description.orElse(name.get())));
        name = Optional.empty();
      }
    }
    return ends;
  }

  /** What its program prints for these arguments; nothing where there is none. */
  static String asked(String... arguments) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "";
    }
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    Collections.addAll(command, arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
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
   * Chooses an output for this process; to be called before its first line is opened.
   *
   * @return false where the environment cannot be changed
   */
  static boolean chooseSink(End sink) {
    return FOR_SINKS.stream().allMatch(variable -> set(variable, sink.name()));
  }

  /**
   * Chooses an input for each line of this process that is opened from now on.
   *
   * @param source empty for what would be used without Hark
   * @return false where the environment cannot be changed
   */
  static boolean chooseSource(Optional<End> source) {
    return source
        .map(End::name)
        .or(() -> Optional.ofNullable(System.getenv(FOR_SOURCES)))
        .map(name -> set(FOR_SOURCES, name))
        .orElseGet(() -> unset(FOR_SOURCES));
  }

  private static boolean set(String variable, String value) {
    try (Arena arena = Arena.ofConfined()) {
      Optional<MethodHandle> setenv = function("setenv", ADDRESS, ADDRESS, JAVA_INT);
      return setenv.isPresent()
          && (int)
                  setenv
                      .get()
                      .invokeExact(arena.allocateFrom(variable), arena.allocateFrom(value), 1)
              == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv failed", e);
    }
  }

  private static boolean unset(String variable) {
    try (Arena arena = Arena.ofConfined()) {
      Optional<MethodHandle> unsetenv = function("unsetenv", ADDRESS);
      return unsetenv.isPresent()
          && (int) unsetenv.get().invokeExact(arena.allocateFrom(variable)) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("unsetenv failed", e);
    }
  }

  /** Empty where this system has none of that name. */
  private static Optional<MethodHandle> function(String name, MemoryLayout... takes) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(found -> linker.downcallHandle(found, FunctionDescriptor.of(JAVA_INT, takes)));
  }
}
