package dev.hark.market.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sounds and pictures that came from a market, as files that can be fetched again: kept until
 * nobody has used them for a day, and no more than so many bytes of them. Whoever opens a file
 * before it is taken away reads on. Safe for use by several threads and processes on one folder.
 */
public final class MediaShelf implements AutoCloseable {
  /** Bytes of all files, and so of the largest one. */
  public static final long MOST = 2L << 30;

  private static final Duration UNUSED = Duration.ofDays(1);

  /** What is left free for everything else. */
  private static final long SPARE = 64L << 20;

  private final String market;
  private final long most;
  private final boolean temporary;
  private @Nullable Path folder;

  private MediaShelf(@Nullable Path folder, String market, long most) {
    this.folder = folder;
    this.market = market;
    this.most = most;
    this.temporary = folder == null;
  }

  /**
   * In a folder, which is made when something comes.
   *
   * @param market what the market is known by on this computer
   */
  public static MediaShelf in(Path folder, String market) {
    return new MediaShelf(folder, market, MOST);
  }

  static MediaShelf in(Path folder, String market, long most) {
    return new MediaShelf(folder, market, most);
  }

  /** In a folder of its own, which goes when this is closed. */
  public static MediaShelf temporary() {
    return new MediaShelf(null, "", MOST);
  }

  long most() {
    return most;
  }

  /** A file that is here. */
  Optional<Path> find(String mediumId) {
    try {
      Path file = folder().resolve(name(mediumId));
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(file);
    } catch (IOException e) {
      throw full(0, e);
    }
  }

  /** Where a file is written while it comes. */
  PartFile part(String mediumId) {
    try {
      sweep();
      return PartFile.open(folder(), name(mediumId));
    } catch (IOException e) {
      throw full(0, e);
    }
  }

  /** A file that has come whole. */
  Path put(PartFile part, String mediumId) {
    try {
      part.close();
      Path file = folder().resolve(name(mediumId));
      Files.move(part.path(), file, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (IOException e) {
      throw full(0, e);
    }
  }

  /** What came is of no use; it is fetched anew the next time. */
  void forget(String mediumId) {
    try {
      Files.deleteIfExists(folder().resolve(name(mediumId)));
    } catch (IOException e) {
      throw full(0, e);
    }
  }

  /**
   * Takes away what was not used for longest, until there is room.
   *
   * @param bytes that are to come
   * @throws Fault.Storage where the disk has too little left all the same
   */
  void makeRoom(long bytes) {
    try {
      List<Path> oldest = oldest();
      long all = bytes;
      for (Path file : oldest) {
        all += size(file);
      }
      for (Path file : oldest) {
        if (all > most || usable() < bytes + SPARE) {
          all -= size(file);
          Files.deleteIfExists(file);
        }
      }
      if (usable() < bytes + SPARE) {
        throw full(bytes, null);
      }
    } catch (IOException e) {
      throw full(bytes, e);
    }
  }

  Fault.Storage full(long bytes, @Nullable Throwable cause) {
    String place = String.valueOf(folder);
    return new Fault.Storage(
        bytes > 0
            ? Sentence.of("market.no-room", place, (bytes >> 20) + 1)
            : Sentence.of("market.no-shelf", place),
        cause);
  }

  private long usable() throws IOException {
    return Files.getFileStore(folder()).getUsableSpace();
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Whole files, the one first that was not used for longest. */
  private List<Path> oldest() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> !file.getFileName().toString().contains("."))
          .sorted(Comparator.comparing(MediaShelf::used))
          .toList();
    }
  }

  private void sweep() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        if (used(file).isBefore(Instant.now().minus(UNUSED))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Another process may take it away at the same time. */
  private static Instant used(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.now();
    }
  }

  private synchronized Path folder() throws IOException {
    Path known = folder;
    if (known == null) {
      known = Files.createTempDirectory("hark-media");
      folder = known;
    }
    if (!Files.isDirectory(known)) {
      Files.createDirectories(known);
      if (known.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(known, PosixFilePermissions.fromString("rwx------"));
      }
    }
    return known;
  }

  private String name(String mediumId) {
    byte[] named = (market + '\n' + mediumId).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(PartFile.digest().digest(named), 0, 16);
  }

  @Override
  public synchronized void close() {
    Path made = folder;
    if (!temporary || made == null) {
      return;
    }
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(made);
    } catch (IOException e) {
      // What is left in the system's folder for such files goes with them.
    }
  }
}
