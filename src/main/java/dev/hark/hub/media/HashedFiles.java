package dev.hark.hub.media;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files named by their SHA-256. One is written beside the others while it comes, and gets its name
 * once it is whole and on the disk; of its bytes no more than a part is in memory. Safe for use by
 * several threads and by several hubs on one directory.
 */
final class HashedFiles {
  private static final int PART = 1 << 16;

  /** So much may come between two looks at the room that is left. */
  private static final int LOOK = 8 << 20;

  /** What nobody writes on for so long belongs to a hub that is gone. */
  private static final Duration DEAD = Duration.ofHours(1);

  private static final int REMEMBERED = 4096;

  private final Path directory;
  private final Path fresh;
  private final long spare;

  /** How files were when they were last found to be what their names say. */
  private final Map<String, Seen> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Seen(long bytes, FileTime changed) {}

  /**
   * @param directory of the files; made where it lacks
   * @param spare bytes that are left free on its disk
   */
  HashedFiles(Path directory, long spare) {
    this.directory = directory;
    // A backup leaves out what has a dot in its name.
    this.fresh = directory.resolve("new");
    this.spare = spare;
  }

  /**
   * Refuses what there is no room for.
   *
   * @param bytes that are to come
   * @throws Fault.Refused with {@link Refusal#NO_ROOM}
   */
  void requireRoom(long bytes) {
    try {
      if (Files.getFileStore(Files.createDirectories(directory)).getUsableSpace() - bytes < spare) {
        throw new Fault.Refused(Refusal.NO_ROOM);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps what comes; it is on the disk when this returns.
   *
   * @return its SHA-256
   * @throws Fault.Refused with {@link Refusal#NO_ROOM}, with {@link Refusal#INVALID} where nothing
   *     comes, and what reading throws; nothing of it is left then
   */
  String keep(InputStream in) {
    return keep(in, any -> true).orElseThrow();
  }

  /**
   * The same, where it has the SHA-256 that is told.
   *
   * @return false where it has another; nothing of it is left then
   */
  boolean keep(InputStream in, String sha256) {
    return keep(in, sha256::equals).isPresent();
  }

  private Optional<String> keep(InputStream in, Predicate<String> wanted) {
    Path file = fresh.resolve(Ids.next() + ".part");
    try {
      Files.createDirectories(fresh);
      try {
        String sha256 = write(in, file);
        if (!wanted.test(sha256)) {
          return Optional.empty();
        }
        Path place = place(sha256);
        Files.createDirectories(place.getParent());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        seen.put(sha256, look(place));
        return Optional.of(sha256);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      requireRoom(LOOK);
      throw new UncheckedIOException(e);
    }
  }

  private String write(InputStream in, Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] part = new byte[PART];
    long count = 0;
    long looked = 0;
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        digest.update(part, 0, read);
        ByteBuffer rest = ByteBuffer.wrap(part, 0, read);
        while (rest.hasRemaining()) {
          count += out.write(rest);
        }
        if (count - looked >= LOOK) {
          requireRoom(0);
          looked = count;
        }
      }
      if (count == 0) {
        throw new Fault.Refused(Refusal.INVALID, "body: a file that is not empty");
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * A file that was kept.
   *
   * @throws UncheckedIOException where it cannot be read, or is not what was kept
   */
  KeptFile find(String type, String sha256) {
    Path place = place(sha256);
    try {
      Seen now = look(place);
      if (!now.equals(seen.get(sha256))) {
        if (!Sha256.of(place).equals(sha256)) {
          throw new IOException("file " + sha256 + " has changed on the disk");
        }
        seen.put(sha256, now);
      }
      return new KeptFile(type, place, now.bytes(), sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Seen look(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new Seen(now.size(), now.lastModifiedTime());
  }

  /** Takes away what hubs that were ended had begun to write. */
  void sweep(Instant now) {
    if (!Files.isDirectory(fresh)) {
      return;
    }
    try (Stream<Path> files = Files.list(fresh)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        if (Files.exists(file)
            && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(DEAD))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(String sha256) {
    return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
