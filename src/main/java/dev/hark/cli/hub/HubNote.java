package dev.hark.cli.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A small file beside a hub's data that says where it listens and which process runs it, so that a
 * short command need not start one. The last hub that started is the one that is noted.
 */
final class HubNote {
  private final Path file;

  HubNote(Path hubFolder) {
    this.file = hubFolder.resolve("running");
  }

  void write(String address) {
    try {
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "running", ".new");
      Files.write(fresh, List.of(address, Long.toString(ProcessHandle.current().pid())));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("cli.hub-folder", file.toString()), e);
    }
  }

  /** Where a hub listens whose process lives. Whether it answers is for the caller to see. */
  Optional<String> read() {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.size() == 2 && alive(lines.get(1))
          ? Optional.of(lines.getFirst())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Takes the note away where it is this process's. */
  void remove() {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() == 2 && lines.get(1).equals(Long.toString(ProcessHandle.current().pid()))) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // A note that stays names a dead process, and is not believed.
    }
  }

  private static boolean alive(String pid) {
    return pid.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }
}
