package dev.hark.speech.dispatcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.device.VirtualSound;
import dev.hark.speech.Taken;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real speech server, with a voice of its own, on a device that is recorded. */
@Requirement("SND-17")
class DispatcherDaemonTest {
  private static final Locale DUTCH = Locale.of("nl");

  @TempDir Path folder;

  private Process daemon(VirtualSound sound) throws Exception {
    Path program = Path.of("/usr/bin/speech-dispatcher");
    Path modules = Path.of("/etc/speech-dispatcher/modules/espeak-ng.conf");
    assumeTrue(Files.isExecutable(program), "speech-dispatcher is not installed on this machine");
    assumeTrue(Files.exists(modules), "speech-dispatcher has no espeak-ng on this machine");
    Path configuration = Files.createDirectories(folder.resolve("c/modules"));
    Files.copy(modules, configuration.resolve("espeak-ng.conf"));
    Files.writeString(
        folder.resolve("c/speechd.conf"),
        """
        LogLevel 1
        LogDir "%s"
        AudioOutputMethod "pulse"
        AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
        DefaultModule espeak-ng
        DefaultLanguage "en"
        """
            .formatted(Files.createDirectories(folder.resolve("l"))));
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "-s",
            "-t",
            "0",
            "-c",
            "unix_socket",
            "-S",
            folder.resolve("s").toString(),
            "-P",
            folder.resolve("p").toString(),
            "-C",
            folder.resolve("c").toString(),
            "-L",
            folder.resolve("l").toString());
    builder.environment().putAll(sound.environment());
    builder.environment().put("HOME", folder.toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("daemon.log").toFile())
        .start();
  }

  private void end(Process daemon) {
    var parts = daemon.descendants().toList();
    daemon.destroy();
    daemon
        .onExit()
        .orTimeout(3, TimeUnit.SECONDS)
        .exceptionally(_ -> daemon.destroyForcibly())
        .join();
    parts.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void itIsHeardToItsEndAndIsSilentWhenToldToBe() throws Exception {
    try (VirtualSound sound = VirtualSound.open(folder.resolve("v"))) {
      Process daemon = daemon(sound);
      Map<String, String> environment =
          Map.of(SsipAddress.VARIABLE, "unix_socket:" + folder.resolve("s"));
      DispatcherSettings settings = new DispatcherSettings("", DUTCH, 100, 100);
      try (DispatcherSynthesizer engine = new DispatcherSynthesizer(environment, settings)) {
        listening();
        VirtualSound.await("its voices", () -> engine.speaks(DUTCH));
        long begin = System.nanoTime();
        engine.speak("Een twee drie vier vijf.", DUTCH, 170, new Taken());
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertTrue(seconds > 1 && seconds < 10, seconds + " s");
        sound.sink().awaitSound();

        Taken taken = new Taken();
        CompletableFuture<Void> speaking =
            CompletableFuture.runAsync(
                () -> engine.speak("Een heel lange zin. ".repeat(50), DUTCH, 170, taken));
        VirtualSound.await("its begin", () -> taken.calls() > 0);
        taken.stop();
        speaking.get(5, TimeUnit.SECONDS);
        assertFalse(speaking.isCompletedExceptionally());
        sound.sink().awaitQuiet(Duration.ofMillis(300));
      } finally {
        end(daemon);
      }
    }
  }

  private void listening() {
    VirtualSound.await(
        "the speech server",
        () -> {
          try (SsipConnection _ =
              new SsipConnection(
                  new SsipAddress(UnixDomainSocketAddress.of(folder.resolve("s"))), "test")) {
            return true;
          } catch (IOException e) {
            return false;
          }
        });
  }
}
