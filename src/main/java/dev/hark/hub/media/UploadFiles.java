package dev.hark.hub.media;

import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that come in parts. A part is a file of its own until all are there; a whole file is named
 * by its SHA-256. What is kept is on the disk when a call returns. Safe for use by several threads
 * and by several hubs on one directory. All names are the hub's own: nothing that a caller says
 * becomes part of a path.
 */
public final class UploadFiles {
  private final HashedFiles whole;
  private final Path parts;

  /**
   * @param media the folder for media
   * @param spare bytes that are left free on its disk
   */
  public UploadFiles(Path media, long spare) {
    this.whole = new HashedFiles(media.resolve("attachments"), spare);
    this.parts = media.resolve("uploads");
  }

  /**
   * Keeps a part; one that is there is replaced by the same bytes.
   *
   * @param id of the upload, as the hub gave it
   * @param start where the part begins
   * @return its SHA-256
   */
  public String keepPart(String id, long start, byte[] bytes) {
    String sha256 = Sha256.of(bytes);
    whole.requireRoom(bytes.length);
    try {
      Path folder = Files.createDirectories(parts.resolve(id));
      Path fresh = folder.resolve("new-" + Ids.next());
      try {
        try (FileChannel out =
            FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(bytes);
          while (rest.hasRemaining()) {
            out.write(rest);
          }
          out.force(true);
        }
        Files.move(fresh, folder.resolve(name(start, sha256)), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256;
  }

  /**
   * A part of an upload.
   *
   * @param start where it begins
   * @param sha256 of its bytes
   */
  public record Part(long start, String sha256) {}

  /**
   * Puts parts together.
   *
   * @param inOrder all of them
   * @param sha256 what the whole must have
   * @return false where it has another checksum; nothing is kept then
   */
  public boolean join(String id, List<Part> inOrder, String sha256) {
    try (InputStream all = new SequenceInputStream(opened(parts.resolve(id), inOrder))) {
      return whole.keep(all, sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One after the other, so that many parts do not take many open files. */
  @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else.
  private static Enumeration<InputStream> opened(Path folder, List<Part> inOrder) {
    Iterator<Part> rest = inOrder.iterator();
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return rest.hasNext();
      }

      @Override
      public InputStream nextElement() {
        Part part = rest.next();
        try {
          return Files.newInputStream(folder.resolve(name(part.start(), part.sha256())));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /**
   * Reads a whole file back.
   *
   * @throws UncheckedIOException where it cannot be read, or is not what was kept
   */
  public KeptFile read(String type, String sha256) {
    return whole.find(type, sha256);
  }

  /** Takes away what hubs that were ended had begun to put together. */
  public void sweep(Instant now) {
    whole.sweep(now);
  }

  /** Deletes the parts of an upload, where there are any. */
  public void dropParts(String id) {
    Path folder = parts.resolve(id);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(long start, String sha256) {
    return start + "-" + sha256;
  }
}
