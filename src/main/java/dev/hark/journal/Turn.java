package dev.hark.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work that only one thread of one process of this user does at a time. */
final class Turn {
  private static final Object IN_THIS_PROCESS = new Object();

  private Turn() {}

  /**
   * Waits for its turn, and works.
   *
   * @param lockFile made where it is not there; never deleted
   */
  static <T> T take(Path lockFile, Work<T> work) throws IOException {
    synchronized (IN_THIS_PROCESS) {
      OwnerOnly.folderOf(lockFile);
      OwnerOnly.file(lockFile);
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
        FileLock lock = channel.lock();
        try {
          return work.run();
        } finally {
          lock.release();
        }
      }
    }
  }

  /** What is done alone. */
  interface Work<T> {
    T run() throws IOException;
  }
}
