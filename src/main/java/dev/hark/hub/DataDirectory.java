package dev.hark.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A hub's folder, readable by its owner only. */
record DataDirectory(Path path) {
  /** A file lock does not hold off other threads of the same process. */
  private static final ReentrantLock STARTING = new ReentrantLock();

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /**
   * @throws Fault.Storage where it cannot be made
   */
  static DataDirectory open(Path path) {
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent, owned("rwx------"));
      }
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, owned("rwx------"));
      }
      if (POSIX) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      return new DataDirectory(path);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("server.directory", path.toString()), e);
    }
  }

  /** Only one hub at a time, of all processes, runs this on the same directory. */
  <T> T alone(Supplier<T> work) {
    STARTING.lock();
    try (FileChannel channel =
            FileChannel.open(
                path.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("no lock");
      }
      return work.get();
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("server.directory", path.toString()), e);
    } finally {
      STARTING.unlock();
    }
  }

  /** The operator's token, as it was written at the first start. */
  Optional<String> operatorToken() {
    try {
      Path file = tokenFile();
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("server.directory", path.toString()), e);
    }
  }

  void keepOperatorToken(String token) {
    try {
      Path fresh = path.resolve("operator.token.new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, owned("rw-------"));
      Files.writeString(fresh, token + "\n", StandardCharsets.UTF_8);
      Files.move(fresh, tokenFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("server.directory", path.toString()), e);
    }
  }

  private Path tokenFile() {
    return path.resolve("operator.token");
  }

  private static FileAttribute<?>[] owned(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
