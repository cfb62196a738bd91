package dev.hark.audio.device;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.audio.Clip;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A sound server of a test's own, with an output that is recorded and a microphone that is fed.
 * Sound takes the time that it lasts. The program under test has to be a process of its own,
 * started with {@link #environment()}, because a sound system reads its configuration once; for it
 * both are the default devices.
 *
 * <p>Everything lies in one folder, and closing it ends the processes that it started.
 */
public final class VirtualSound implements AutoCloseable {
  /** Samples a second of all devices. */
  public static final int RATE = 16_000;

  private static final long BOUND = TimeUnit.SECONDS.toNanos(40);
  private static final String SERVER = "native";

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final VirtualSink sink;
  private final VirtualSource source;

  private VirtualSound(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("asound.conf"),
        """
        pcm.!default { type pulse }
        ctl.!default { type pulse }
        """);
    Path script = folder.resolve("start.pa");
    Files.writeString(
        script,
        """
        %s
        %s
        load-module module-remap-source source_name=mic master=room.monitor remix=no
        set-default-sink ears
        set-default-source mic
        load-module module-native-protocol-unix socket=%s auth-anonymous=1
        """
            .formatted(asleep("ears"), asleep("room"), folder.resolve(SERVER)));
    start(
        "pulseaudio",
        ProcessBuilder.Redirect.PIPE,
        "-n",
        "-F",
        script.toString(),
        "--daemonize=no",
        "--exit-idle-time=-1",
        "--use-pid-file=no",
        "--disable-shm=yes",
        "--realtime=no",
        "--high-priority=no");
    await("the sound server", () -> Files.exists(folder.resolve(SERVER)));
    sink = awake("ears");
    source = new VirtualSource(this, "mic", awake("room").name());
  }

  /** A device that never ran loses two seconds at its start; it is woken once it is listened to. */
  private static String asleep(String name) {
    return "load-module module-null-sink sink_name=%s rate=%d channels=1 format=s16le%nsuspend-sink %s 1"
        .formatted(name, RATE, name);
  }

  /** Keeps a device busy with silence and listens to it, so that no start of a sound is lost. */
  private VirtualSink awake(String name) throws IOException {
    Path recording = folder.resolve(name + ".raw");
    Process recorder =
        start(
            "parec",
            ProcessBuilder.Redirect.PIPE,
            ProcessBuilder.Redirect.to(recording.toFile()),
            "-d",
            name + ".monitor",
            "--format=s16le",
            "--rate=" + RATE,
            "--channels=1",
            "--latency-msec=20");
    start(
        "pacat",
        ProcessBuilder.Redirect.from(new File("/dev/zero")),
        "--playback",
        "-d",
        name,
        "--client-name=silence-" + name,
        "--format=s16le",
        "--rate=" + RATE,
        "--channels=1",
        "--latency-msec=20");
    await(
        "who listens to " + name,
        () -> ask("list", "source-outputs").contains("\"" + recorder.pid() + "\""));
    await("silence", () -> ask("list", "sink-inputs").contains("silence-" + name));
    ask("suspend-sink", name, "0");
    await("a recording of " + name, () -> recording.toFile().length() > 0);
    return new VirtualSink(this, name, recording);
  }

  /**
   * Starts it; leaves the test out where this machine has no such programs.
   *
   * @param folder for its files; its path has to be short, at most 80 characters
   */
  public static VirtualSound open(Path folder) throws IOException {
    for (String program : List.of("pulseaudio", "pactl", "pacat", "parec")) {
      assumeTrue(installed(program), program + " is not installed on this machine");
    }
    return new VirtualSound(folder);
  }

  private static boolean installed(String program) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!place.isBlank() && Files.isExecutable(Path.of(place, program))) {
        return true;
      }
    }
    return false;
  }

  /** What to put into the environment of the program under test. */
  public Map<String, String> environment() {
    return Map.of(
        "ALSA_CONFIG_PATH", folder.resolve("asound.conf").toString(),
        "PULSE_SERVER", "unix:" + folder.resolve(SERVER),
        "PULSE_COOKIE", folder.resolve("cookie").toString(),
        "PULSE_RUNTIME_PATH", folder.toString());
  }

  /** The default output. */
  public VirtualSink sink() {
    return sink;
  }

  /** The default microphone. */
  public VirtualSource source() {
    return source;
  }

  /** Plugs in another output, which is not the default. */
  public VirtualSink plugIn(String name) throws IOException {
    load(name);
    return awake(name);
  }

  /** Plugs in another microphone, which is not the default. */
  public VirtualSource plugInMicrophone(String name) throws IOException {
    String room = "room-of-" + name;
    load(room);
    ask(
        "load-module",
        "module-remap-source",
        "source_name=" + name,
        "master=" + room + ".monitor",
        "remix=no",
        "source_properties=device.description=" + name);
    return new VirtualSource(this, name, awake(room).name());
  }

  /** From now on it is the default. */
  public void useMicrophone(String name) {
    ask("set-default-source", name);
  }

  private void load(String name) {
    ask(
        "load-module",
        "module-null-sink",
        "sink_name=" + name,
        "rate=" + RATE,
        "channels=1",
        "format=s16le",
        "sink_properties=device.description=" + name);
    ask("suspend-sink", name, "1");
  }

  /** What {@code pactl} answers. */
  String ask(String... words) {
    List<String> command = new ArrayList<>(List.of("pactl"));
    command.addAll(List.of(words));
    try {
      Process process = builder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return answer;
    } catch (IOException e) {
      throw new AssertionError(command.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Takes away the modules whose arguments have this word. */
  void unload(String argument) {
    ask("list", "short", "modules")
        .lines()
        .filter(line -> List.of(line.split("\\s+", -1)).contains(argument))
        .forEach(line -> ask("unload-module", line.split("\\s+", 2)[0]));
  }

  /** Plays a clip on a device and returns when it was played. */
  void play(Clip clip, String device) throws IOException, InterruptedException {
    Process player =
        builder(
                List.of(
                    "pacat",
                    "--playback",
                    "-d",
                    device,
                    "--format=s16le",
                    "--rate=" + clip.rate(),
                    "--channels=1",
                    "--latency-msec=50"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("feed.log").toFile())
            .start();
    try (var to = player.getOutputStream()) {
      to.write(RawSound.bytes(clip));
    }
    if (player.waitFor() != 0) {
      throw new AssertionError("not fed: " + Files.readString(folder.resolve("feed.log")));
    }
  }

  private Process start(String program, ProcessBuilder.Redirect in, String... arguments)
      throws IOException {
    return start(program, in, ProcessBuilder.Redirect.DISCARD, arguments);
  }

  private Process start(
      String program, ProcessBuilder.Redirect in, ProcessBuilder.Redirect out, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Process process =
        builder(command)
            .redirectInput(in)
            .redirectOutput(out)
            .redirectError(folder.resolve(program + ".log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
    builder.environment().put("PULSE_STATE_PATH", folder.toString());
    builder.environment().put("LC_ALL", "C");
    if (command.getFirst().equals("pulseaudio")) {
      builder.environment().remove("PULSE_SERVER");
    }
    return builder;
  }

  /** Waits for something that another process does. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + BOUND;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.destroy();
    }
    for (Process process : processes) {
      process
          .onExit()
          .orTimeout(5, TimeUnit.SECONDS)
          .exceptionally(_ -> process.destroyForcibly())
          .join();
    }
  }
}
