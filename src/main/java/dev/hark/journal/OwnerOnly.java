package dev.hark.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes folders and files that only their owner can read. Where the system has no such permissions
 * (Windows), the user's own folders are private already.
 */
final class OwnerOnly {
  private OwnerOnly() {}

  /** Makes the folder and those above it that are not there. */
  static void folder(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (Files.isDirectory(folder)) {
      return;
    }
    if (parent != null) {
      folder(parent);
    }
    try {
      Files.createDirectory(folder, permissions(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Makes the folder that a file is to lie in. */
  static void folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      folder(folder);
    }
  }

  /** Makes an empty file where there is none. */
  static void file(Path file) throws IOException {
    if (Files.notExists(file)) {
      try {
        Files.createFile(file, permissions(file, "rw-------"));
      } catch (FileAlreadyExistsException e) {
        // Another process made it in the same moment.
        return;
      }
    }
  }

  /** Replaces the file's content: after a power loss, the old or the new one is there. */
  static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(folder, ".new", null, permissions(file, "rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
