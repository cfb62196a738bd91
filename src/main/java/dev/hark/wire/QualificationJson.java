package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A qualification as it stands for the caller.
 *
 * @param id stable id
 * @param name in its owner's words
 * @param description in its owner's words
 * @param owner the requester's id
 * @param ownerName as they call themselves
 * @param shared whether every requester may ask for it
 * @param way {@code AUTOMATIC}, {@code REQUEST}, {@code OWNER} or {@code TEST}
 * @param least smallest value
 * @param most largest value
 * @param automaticValue what is granted on request, absent elsewhere
 * @param retryAfterSeconds after how long it may be asked for again, absent for never
 * @param state {@code ACTIVE} or {@code RETIRED}
 * @param created when
 * @param test absent where there is none
 * @param mine how it stands with the calling worker, absent where they never had to do with it
 */
public record QualificationJson(
    String id,
    String name,
    String description,
    String owner,
    String ownerName,
    boolean shared,
    String way,
    long least,
    long most,
    @Nullable Long automaticValue,
    @Nullable Long retryAfterSeconds,
    String state,
    Instant created,
    @Nullable TestJson test,
    @Nullable GrantJson mine) {

  /**
   * A test, without its questions.
   *
   * @param questions how many
   * @param seconds time from start to hand-in
   * @param points the most that can be had
   * @param passMark how many are needed, absent where values come in steps
   */
  public record TestJson(int questions, long seconds, long points, @Nullable Long passMark) {}
}
