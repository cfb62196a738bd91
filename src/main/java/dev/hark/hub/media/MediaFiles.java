package dev.hark.hub.media;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.task.Medium;
import dev.hark.wire.MediumJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
  /** Largest picture or text, in bytes. */
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
  private final HashedFiles files;
  private final Clock clock;
  private final long mostSound;
  private final ReentrantLock making = new ReentrantLock();

  /**
   * @param directory of the files; made where it lacks
   * @param mostSound bytes of the largest sound
   * @param spare bytes that are left free on the disk
   */
  public MediaFiles(Store store, Path directory, Clock clock, long mostSound, long spare) {
    this.store = store;
    this.files = new HashedFiles(directory, spare);
    this.clock = clock;
    this.mostSound = mostSound;
  }

  /** Takes away what hubs that were ended had begun to write. */
  public void sweep() {
    files.sweep(clock.instant());
  }

  /**
   * How large a file may be.
   *
   * @return in bytes
   * @throws Fault.Refused with {@link Refusal#INVALID} where the type is none of {@link #TYPES}
   */
  public long most(String type) {
    if (!TYPES.contains(type)) {
      throw new Fault.Refused(
          Refusal.INVALID,
          "Content-Type: one of " + String.join(", ", TYPES.stream().sorted().toList()));
    }
    return type.startsWith("audio/") ? mostSound : SIZE_LIMIT;
  }

  /**
   * Refuses what there is no room for.
   *
   * @param bytes that are to come
   * @throws Fault.Refused with {@link Refusal#NO_ROOM}
   */
  public void requireRoom(long bytes) {
    files.requireRoom(bytes);
  }

  /**
   * Keeps a file as it comes; its bytes are on the disk when this returns.
   *
   * @param type one of {@link #TYPES}
   * @param body no longer than {@link #most}
   * @param seconds length where it sounds; measured where the file is a WAV file
   * @throws Fault.Refused with {@link Refusal#INVALID} where nothing comes, {@link
   *     Refusal#NO_ROOM}, and what reading throws
   */
  public MediumJson add(String ownerId, String type, InputStream body, OptionalDouble seconds) {
    KeptFile kept = files.find(type, files.keep(body));
    OptionalDouble measured = type.equals("audio/wav") ? WavLength.seconds(kept.path()) : seconds;
    @Nullable Double length = measured.isPresent() ? measured.getAsDouble() : null;
    String id = Ids.next();
    store.write(
        handle ->
            handle.execute(
                "insert into medium (id, owner_id, sha256, type, bytes, seconds, created)"
                    + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                ownerId,
                kept.sha256(),
                type,
                kept.bytes(),
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
   * A file that was kept, or is made now.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where there is no such file
   * @throws UncheckedIOException where it cannot be read, or is not what was kept
   */
  public KeptFile content(String id) {
    Kept kept = kept(id);
    return files.find(kept.type(), kept.sha256().isEmpty() ? make(id) : kept.sha256());
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

  /**
   * One at a time: making takes a whole processor, and two of the same would be in vain.
   *
   * @return its SHA-256
   */
  private String make(String id) {
    making.lock();
    try {
      Kept kept = kept(id);
      return kept.sha256().isEmpty() ? makeAndKeep(id) : kept.sha256();
    } finally {
      making.unlock();
    }
  }

  private String makeAndKeep(String id) {
    byte[] bytes =
        Makers.ALL.stream()
            .flatMap(maker -> maker.make(id).stream())
            .findFirst()
            .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
    String sha256 = files.keep(new ByteArrayInputStream(bytes));
    store.write(
        handle ->
            handle.execute(
                "update medium set sha256 = ?, bytes = ? where id = ? and sha256 = ''",
                sha256,
                bytes.length,
                id));
    return sha256;
  }

  /** Loaded when the first medium has to be made, since makers may be slow to load. */
  private static final class Makers {
    static final List<MediumMaker> ALL =
        ServiceLoader.load(MediumMaker.class, MediaFiles.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }
}
