package dev.hark.hub.job;

import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.AnswerWatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which pieces have answers that their text does not know yet. Noted with the answer, in one
 * transaction, so that none is forgotten whatever dies when. Safe for use by several threads.
 */
public final class DuePieces implements AnswerWatch {
  /** Pieces that are merged again at once where more is known of a worker. */
  private static final int MOST_AGAIN = 1_000;

  private final Semaphore news = new Semaphore(0);

  /**
   * A piece to be merged.
   *
   * @param mark of the last change
   */
  record Due(String taskId, String mark) {}

  @Override
  public void changed(Handle handle, String taskId) {
    int noted =
        handle.execute(
            "insert into piece_due (task_id, job_id, mark)"
                + " select task_id, job_id, ? from job_piece where task_id ="
                + " coalesce((select of_task_id from repeat_task where task_id = ?), ?)"
                + " on conflict (task_id) do update set mark = excluded.mark",
            Ids.next(),
            taskId,
            taskId);
    if (noted > 0) {
      Store.onceKept(news::release);
    } else {
      GoldAnswers.changed(handle, taskId);
    }
  }

  /** Released once for each change of this process. */
  Semaphore news() {
    return news;
  }

  /** Some that are due, of one job or of all. */
  static List<Due> some(Handle handle, Optional<String> jobId, int limit) {
    Query query =
        handle
            .createQuery(
                "select task_id, mark from piece_due"
                    + (jobId.isPresent() ? " where job_id = :job" : "")
                    + " order by task_id limit :limit")
            .bind("limit", limit);
    jobId.ifPresent(id -> query.bind("job", id));
    return query
        .map((row, context) -> new Due(row.getString("task_id"), row.getString("mark")))
        .list();
  }

  /**
   * Takes one off the list.
   *
   * @return false where its answers have changed meanwhile, or another hub was faster
   */
  static boolean take(Handle handle, Due due) {
    return handle.execute(
            "delete from piece_due where task_id = ? and mark = ?", due.taskId(), due.mark())
        == 1;
  }

  /**
   * More is known of a worker now: the newest pieces that they answered are to be merged again.
   *
   * @param taskId but for this one
   * @param language of the recordings, in all countries
   * @param other who answered them too, where it is about both
   */
  static void again(
      Handle handle, String taskId, String language, String workerId, Optional<String> other) {
    handle
        .createUpdate(
            """
            insert into piece_due (task_id, job_id, mark)
              select t.task_id, t.job_id, :mark from piece_text t join job j on j.id = t.job_id
              where t.task_id <> :task
                and t.task_id in (select task_id from piece_answer where worker_id = :worker)
                and (:other = '' or t.task_id in
                  (select task_id from piece_answer where worker_id = :other))
                and (j.language = :language or j.language like :more)
              order by t.task_id desc limit :most
            on conflict (task_id) do update set mark = excluded.mark
            """)
        .bind("mark", Ids.next())
        .bind("worker", workerId)
        .bind("other", other.orElse(""))
        .bind("task", taskId)
        .bind("language", language)
        .bind("more", language + "-%")
        .bind("most", MOST_AGAIN)
        .execute();
  }
}
