package dev.hark.hub.job;

import dev.hark.wire.JobPieceJson;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A part of a job's recording.
 *
 * @param number from 0, in the order of the recording
 * @param taskId the task that was made for it
 * @param mediumId its sound
 * @param start in milliseconds from the start of the recording
 * @param end in the same
 * @param overlap how many milliseconds of it are the end of the piece before too
 * @param wanted answers that it has or is to get
 */
public record JobPiece(
    String jobId,
    int number,
    String taskId,
    String mediumId,
    long start,
    long end,
    long overlap,
    int wanted) {

  static JobPiece of(ResultSet row) throws SQLException {
    return new JobPiece(
        row.getString("job_id"),
        row.getInt("number"),
        row.getString("task_id"),
        row.getString("medium_id"),
        row.getLong("start_millis"),
        row.getLong("end_millis"),
        row.getLong("overlap_millis"),
        row.getInt("wanted"));
  }

  JobPieceJson json() {
    return new JobPieceJson(number, taskId, mediumId, start, end, overlap, wanted);
  }
}
