package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.media.KeptFile;
import dev.hark.hub.media.UploadFiles;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.Store;
import dev.hark.wire.AttachmentJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Recordings that belong to an answer. They come in parts, so that an upload that broke goes on
 * where it was, and are files named by their SHA-256. Only the requester of the answer can fetch
 * them, once it was handed in. Safe for use by several threads and hubs.
 */
public final class Attachments {
  /** Largest attachment, in bytes. */
  public static final long SIZE_LIMIT = 50L * 1024 * 1024;

  /** Largest part, in bytes. */
  public static final int PART_LIMIT = 4 * 1024 * 1024;

  /** Smallest part, in bytes, but for the last one. */
  public static final int PART_LEAST = 64 * 1024;

  /** Most attachments of an assignment, finished or not. */
  public static final int MOST = 10;

  /** What is taken, as MIME types. */
  public static final Set<String> TYPES =
      Set.of("audio/wav", "audio/flac", "audio/mpeg", "audio/ogg", "image/png", "image/jpeg");

  /** How long an upload may take. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  private static final int SWEPT = 20;

  private final Store store;
  private final Clock clock;
  private final UploadFiles files;

  public Attachments(Store store, Clock clock, UploadFiles files) {
    this.store = store;
    this.clock = clock;
    this.files = files;
  }

  private record Upload(
      String id,
      String assignmentId,
      String workerId,
      String type,
      long bytes,
      long received,
      @Nullable String sha256,
      Instant expires) {

    static Upload of(ResultSet row) throws SQLException {
      return new Upload(
          row.getString("id"),
          row.getString("assignment_id"),
          row.getString("worker_id"),
          row.getString("type"),
          row.getLong("bytes"),
          row.getLong("received"),
          row.getString("sha256"),
          Instant.ofEpochMilli(row.getLong("expires")));
    }

    AttachmentJson json() {
      return new AttachmentJson(id, type, bytes, received, sha256, sha256 == null ? expires : null);
    }
  }

  /**
   * Makes room for an attachment to an answer that is not handed in yet.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} (its type, no size, or too many), {@link
   *     Refusal#TOO_LARGE}, {@link Refusal#NOT_FOUND}, {@link Refusal#RETURNED}, {@link
   *     Refusal#LEASE_EXPIRED}, {@link Refusal#ANSWER_CONFLICT} (it was handed in)
   */
  public AttachmentJson begin(String workerId, String assignmentId, String type, long bytes) {
    GroupRules.require(
        TYPES.contains(type),
        "type: one of " + String.join(", ", TYPES.stream().sorted().toList()));
    GroupRules.require(bytes >= 1, "bytes: 1 or more");
    if (bytes > SIZE_LIMIT) {
      throw new Fault.Refused(Refusal.TOO_LARGE);
    }
    sweep();
    String id = Ids.next();
    return store.write(
        handle -> {
          Store.lock(handle, "worker:" + workerId);
          Instant now = clock.instant();
          requireHeld(Held.ofWorker(handle, assignmentId, workerId), now);
          GroupRules.require(
              count(handle, assignmentId) < MOST, "attachments: " + MOST + " for an answer");
          handle.execute(
              "insert into attachment (id, assignment_id, worker_id, type, bytes, created, expires)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              id,
              assignmentId,
              workerId,
              type,
              bytes,
              now.toEpochMilli(),
              now.plus(PATIENCE).toEpochMilli());
          return upload(handle, workerId, id).json();
        });
  }

  private static void requireHeld(Held held, Instant now) {
    if (held.redoAt(now)) {
      return;
    }
    if (held.submitted().isPresent()) {
      throw new Fault.Refused(Refusal.ANSWER_CONFLICT);
    }
    if (held.state().equals("RETURNED")) {
      throw new Fault.Refused(Refusal.RETURNED);
    }
    if (now.isAfter(held.deadline().plus(Leases.GRACE))) {
      throw new Fault.Refused(Refusal.LEASE_EXPIRED, held.deadline());
    }
  }

  private static int count(Handle handle, String assignmentId) {
    return handle
        .createQuery("select count(*) from attachment where assignment_id = :id")
        .bind("id", assignmentId)
        .mapTo(Integer.class)
        .one();
  }

  /** Takes away what hubs that were ended had begun to put together. */
  public void sweepFiles() {
    files.sweep(clock.instant());
  }

  /** How far an upload is. */
  public AttachmentJson state(String workerId, String id) {
    return store.read(handle -> upload(handle, workerId, id).json());
  }

  /**
   * Takes the next part. The same part again changes nothing.
   *
   * @param start where it begins: how much the hub has
   * @param sha256 of the part
   * @throws Fault.Refused with {@link Refusal#UPLOAD_OFFSET}, which says where to go on, {@link
   *     Refusal#UPLOAD_CHECKSUM}, {@link Refusal#UPLOAD_EXPIRED}, {@link Refusal#INVALID}, {@link
   *     Refusal#TOO_LARGE} (more than was announced)
   */
  public AttachmentJson take(String workerId, String id, long start, String sha256, byte[] part) {
    Upload upload = store.read(handle -> upload(handle, workerId, id));
    requireOpen(upload);
    if (!Sha256.of(part).equals(sha256)) {
      throw new Fault.Refused(Refusal.UPLOAD_CHECKSUM);
    }
    if (start > upload.received() || start < 0) {
      throw new Fault.Refused(Refusal.UPLOAD_OFFSET, String.valueOf(upload.received()));
    }
    if (part.length > upload.bytes() - start) {
      throw new Fault.Refused(Refusal.TOO_LARGE);
    }
    GroupRules.require(
        part.length >= PART_LEAST || (part.length > 0 && start + part.length == upload.bytes()),
        "body: at least " + PART_LEAST + " bytes, but for the last part");
    files.keepPart(upload.id(), start, part);
    return store.write(
        handle -> {
          int taken =
              handle.execute(
                  "update attachment set received = received + ?"
                      + " where id = ? and received = ? and sha256 is null and expires > ?",
                  part.length,
                  upload.id(),
                  start,
                  clock.millis());
          if (taken == 1) {
            handle.execute(
                "insert into attachment_part (attachment_id, start, bytes, sha256)"
                    + " values (?, ?, ?, ?)",
                upload.id(),
                start,
                part.length,
                sha256);
          } else if (!known(handle, upload.id(), start, sha256)) {
            Upload now = upload(handle, workerId, id);
            requireOpen(now);
            throw new Fault.Refused(Refusal.UPLOAD_OFFSET, String.valueOf(now.received()));
          }
          return upload(handle, workerId, id).json();
        });
  }

  private static boolean known(Handle handle, String id, long start, String sha256) {
    return handle
        .createQuery(
            "select 1 from attachment_part"
                + " where attachment_id = :id and start = :start and sha256 = :sha256")
        .bind("id", id)
        .bind("start", start)
        .bind("sha256", sha256)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void requireOpen(Upload upload) {
    if (upload.sha256() != null) {
      throw new Fault.Refused(Refusal.UPLOAD_OFFSET, String.valueOf(upload.received()));
    }
    if (!upload.expires().isAfter(clock.instant())) {
      throw new Fault.Refused(Refusal.UPLOAD_EXPIRED);
    }
  }

  /**
   * All parts are there. The same again changes nothing.
   *
   * @param sha256 of the whole
   * @throws Fault.Refused with {@link Refusal#UPLOAD_OFFSET} while parts lack, {@link
   *     Refusal#UPLOAD_CHECKSUM} where the whole is another file (it begins anew then), {@link
   *     Refusal#UPLOAD_EXPIRED}
   */
  public AttachmentJson finish(String workerId, String id, String sha256) {
    Upload upload = store.read(handle -> upload(handle, workerId, id));
    if (sha256.equals(upload.sha256())) {
      return upload.json();
    }
    requireOpen(upload);
    if (upload.received() < upload.bytes()) {
      throw new Fault.Refused(Refusal.UPLOAD_OFFSET, String.valueOf(upload.received()));
    }
    if (!sha256.matches("[0-9a-f]{64}") || !files.join(upload.id(), parts(upload.id()), sha256)) {
      store.write(
          handle -> {
            handle.execute("delete from attachment_part where attachment_id = ?", upload.id());
            return handle.execute(
                "update attachment set received = 0 where id = ? and sha256 is null", upload.id());
          });
      throw new Fault.Refused(Refusal.UPLOAD_CHECKSUM);
    }
    AttachmentJson done =
        store.write(
            handle -> {
              handle.execute(
                  "update attachment set sha256 = ? where id = ? and sha256 is null",
                  sha256,
                  upload.id());
              return upload(handle, workerId, id).json();
            });
    files.dropParts(upload.id());
    return done;
  }

  private List<UploadFiles.Part> parts(String id) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select start, sha256 from attachment_part where attachment_id = :id"
                        + " order by start")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new UploadFiles.Part(row.getLong("start"), row.getString("sha256")))
                .list());
  }

  /**
   * The finished attachments of an answer.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where the caller has no such answer
   */
  public List<AttachmentJson> of(Caller caller, String assignmentId) {
    return store.read(
        handle -> {
          requireOwn(handle, caller, assignmentId);
          return handle
              .createQuery(
                  "select * from attachment where assignment_id = :id and sha256 is not null"
                      + " order by created, id")
              .bind("id", assignmentId)
              .map((row, context) -> Upload.of(row).json())
              .list();
        });
  }

  /**
   * The bytes of one.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public KeptFile content(Caller caller, String assignmentId, String id) {
    Upload upload =
        store.read(
            handle -> {
              requireOwn(handle, caller, assignmentId);
              return handle
                  .createQuery(
                      "select * from attachment where id = :id and assignment_id = :assignment"
                          + " and sha256 is not null")
                  .bind("id", id)
                  .bind("assignment", assignmentId)
                  .map((row, context) -> Upload.of(row))
                  .findOne()
                  .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
            });
    return files.read(upload.type(), String.valueOf(upload.sha256()));
  }

  private static void requireOwn(Handle handle, Caller caller, String assignmentId) {
    Held held = Held.find(handle, assignmentId);
    if (!caller.answersFor(held.requesterId()) || held.submitted().isEmpty()) {
      throw new Fault.Refused(Refusal.NOT_FOUND, assignmentId);
    }
  }

  private static Upload upload(Handle handle, String workerId, String id) {
    return handle
        .createQuery("select * from attachment where id = :id and worker_id = :worker")
        .bind("id", id)
        .bind("worker", workerId)
        .map((row, context) -> Upload.of(row))
        .findOne()
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
  }

  /** Uploads that nobody finished in time make room for new ones. */
  private void sweep() {
    List<String> over = store.read(this::over);
    if (!over.isEmpty()) {
      List<String> gone =
          store.write(
              handle -> {
                List<String> ids = over(handle);
                for (String id : ids) {
                  handle.execute("delete from attachment_part where attachment_id = ?", id);
                  handle.execute("delete from attachment where id = ? and sha256 is null", id);
                }
                return ids;
              });
      gone.forEach(files::dropParts);
    }
  }

  private List<String> over(Handle handle) {
    return handle
        .createQuery(
            "select id from attachment where sha256 is null and expires <= :now"
                + " order by expires limit "
                + SWEPT)
        .bind("now", clock.millis())
        .mapTo(String.class)
        .list();
  }
}
