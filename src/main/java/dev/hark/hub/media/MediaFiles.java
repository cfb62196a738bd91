package dev.hark.hub.media;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Store;
import dev.hark.task.Medium;
import dev.hark.wire.MediumJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Sounds and pictures, kept as files named by their SHA-256 beside the database. Safe for use by
 * several threads and by several hubs, also of several machines, on one directory.
 */
public final class MediaFiles {
  /** Largest file, in bytes. */
  public static final int SIZE_LIMIT = 25 * 1024 * 1024;

  /** What is taken, as MIME types. */
  public static final Set<String> TYPES =
      Set.of(
          "audio/wav",
          "audio/flac",
          "audio/mpeg",
          "audio/ogg",
          "image/png",
          "image/jpeg",
          "image/webp",
          "image/svg+xml",
          "text/plain");

  private final Store store;
  private final Path directory;
  private final Clock clock;
  private final ReentrantLock making = new ReentrantLock();

  /**
   * @param directory of the files; made where it lacks
   */
  public MediaFiles(Store store, Path directory, Clock clock) {
    this.store = store;
    this.directory = directory;
    this.clock = clock;
  }

  /** A file as it is kept. */
  public record Content(String type, byte[] bytes) {}

  /**
   * Keeps a file; its bytes are on the disk when this returns.
   *
   * @param type one of {@link #TYPES}
   * @param seconds length where it sounds; measured where the file is a WAV file
   * @throws Fault.Refused with {@link Refusal#INVALID} for another type or no bytes, {@link
   *     Refusal#TOO_LARGE} for too many
   */
  public MediumJson add(String ownerId, String type, byte[] bytes, OptionalDouble seconds) {
    if (!TYPES.contains(type)) {
      throw new Fault.Refused(
          Refusal.INVALID,
          "Content-Type: one of " + String.join(", ", TYPES.stream().sorted().toList()));
    }
    if (bytes.length == 0) {
      throw new Fault.Refused(Refusal.INVALID, "body: a file that is not empty");
    }
    if (bytes.length > SIZE_LIMIT) {
      throw new Fault.Refused(Refusal.TOO_LARGE);
    }
    OptionalDouble measured = type.equals("audio/wav") ? WavLength.seconds(bytes) : seconds;
    @Nullable Double length = measured.isPresent() ? measured.getAsDouble() : null;
    String sha256 = Sha256.of(bytes);
    String id = Ids.next();
    try {
      keep(sha256, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.write(
        handle ->
            handle.execute(
                "insert into medium (id, owner_id, sha256, type, bytes, seconds, created)"
                    + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                ownerId,
                sha256,
                type,
                bytes.length,
                length,
                clock.millis()));
    return new MediumJson(id, type, length, null);
  }

  /**
   * Makes media known whose bytes are made when they are first asked for, by a {@link MediumMaker}
   * that is installed as a service.
   *
   * @param media with ids that are nobody else's, types and lengths
   */
  public void announce(String ownerId, List<Medium> media) {
    if (media.isEmpty()) {
      return;
    }
    store.write(
        handle -> {
          PreparedBatch rows =
              handle.prepareBatch(
                  "insert into medium (id, owner_id, sha256, type, bytes, seconds, created)"
                      + " values (?, ?, '', ?, 0, ?, ?) on conflict (id) do nothing");
          for (Medium medium : media) {
            rows.add(
                medium.id(),
                ownerId,
                medium.type(),
                medium.length().map(length -> length.toMillis() / 1000.0).orElse(null),
                clock.millis());
          }
          return rows.execute();
        });
  }

  /**
   * Reads a file back, or has it made.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such file
   * @throws UncheckedIOException where it cannot be read, or is not what was kept
   */
  public Content content(String id) {
    Kept kept = kept(id);
    try {
      return kept.sha256().isEmpty() ? make(id) : read(id, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Kept(String type, String sha256) {}

  private Kept kept(String id) {
    return store.read(
        handle ->
            handle
                .createQuery("select type, sha256 from medium where id = :id")
                .bind("id", id)
                .map((row, context) -> new Kept(row.getString("type"), row.getString("sha256")))
                .findOne()
                .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id)));
  }

  private Content read(String id, Kept kept) throws IOException {
    byte[] bytes = Files.readAllBytes(file(kept.sha256()));
    if (!Sha256.of(bytes).equals(kept.sha256())) {
      throw new IOException("medium " + id + " has changed on the disk");
    }
    return new Content(kept.type(), bytes);
  }

  /** One at a time: making takes a whole processor, and two of the same would be in vain. */
  private Content make(String id) throws IOException {
    making.lock();
    try {
      Kept kept = kept(id);
      return kept.sha256().isEmpty() ? new Content(kept.type(), makeAndKeep(id)) : read(id, kept);
    } finally {
      making.unlock();
    }
  }

  private byte[] makeAndKeep(String id) throws IOException {
    byte[] bytes =
        Makers.ALL.stream()
            .flatMap(maker -> maker.make(id).stream())
            .findFirst()
            .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
    String sha256 = Sha256.of(bytes);
    keep(sha256, bytes);
    store.write(
        handle ->
            handle.execute(
                "update medium set sha256 = ?, bytes = ? where id = ? and sha256 = ''",
                sha256,
                bytes.length,
                id));
    return bytes;
  }

  /** Loaded when the first medium has to be made, since makers may be slow to load. */
  private static final class Makers {
    static final List<MediumMaker> ALL =
        ServiceLoader.load(MediumMaker.class, MediaFiles.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  private void keep(String sha256, byte[] bytes) throws IOException {
    Path file = file(sha256);
    if (Files.exists(file) && Files.size(file) == bytes.length) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(sha256 + "." + Ids.next());
    try {
      try (FileChannel out =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Path file(String sha256) {
    return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
