package dev.hark.hub;

import dev.hark.wire.AssignmentJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobPieceJson;
import dev.hark.wire.NewJobJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A recording that workers write down. */
final class WrittenDown {
  private final TestHub hub;
  private final Caller requester;
  private final JobJson job;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Caller> workers = new ArrayList<>();
  private final Map<String, String> assignments = new HashMap<>();

  private WrittenDown(TestHub hub, Caller requester, NewJobJson wanted, String key) {
    this.hub = hub;
    this.requester = requester;
    this.job = requester.post("/jobs", key, wanted).as(JobJson.class);
    requester
        .items("/jobs/" + job.id() + "/pieces?limit=1000", JobPieceJson.class)
        .forEach(piece -> numbers.put(piece.taskId(), piece.index()));
  }

  static WrittenDown post(TestHub hub, Caller requester, NewJobJson wanted) {
    return post(hub, requester, wanted, "written");
  }

  static WrittenDown post(TestHub hub, Caller requester, NewJobJson wanted, String key) {
    return new WrittenDown(hub, requester, wanted, key);
  }

  /** Another recording, for the same workers. */
  WrittenDown another(NewJobJson wanted, String key) {
    WrittenDown another = new WrittenDown(hub, requester, wanted, key);
    another.workers.addAll(workers);
    return another;
  }

  /** Pieces of 5 s that overlap by 0.3 s, at 18 cents and up to 6 more. */
  static WrittenDown post(
      TestHub hub, Caller requester, int pieces, int least, int most, @Nullable Integer answers) {
    return post(hub, requester, Recording.job(requester, pieces, least, most, answers));
  }

  String id() {
    return job.id();
  }

  JobJson job() {
    return job;
  }

  Caller worker(int number) {
    while (workers.size() <= number) {
      workers.add(hub.worker());
    }
    return workers.get(number);
  }

  /** The assignment with which a worker answered a piece. */
  String assignment(int worker, int piece) {
    return Objects.requireNonNull(assignments.get(worker + " " + piece));
  }

  /** A worker takes the next piece; its assignment. */
  String accept(int worker, String key) {
    return hub.accept(worker(worker), job.groupId(), key).id();
  }

  /**
   * A worker answers all pieces that they find, and each is merged.
   *
   * @return which, in the order in which they came
   */
  String answer(int worker, IntFunction<String> texts) {
    StringBuilder found = new StringBuilder();
    Caller caller = worker(worker);
    while (true) {
      var answered =
          caller.postKey(
              "/task-groups/" + job.groupId() + "/assignments", job.id() + worker + "-" + found);
      if (answered.status() >= 300) {
        requester.get("/jobs/" + job.id() + "/progress");
        return found.toString();
      }
      AssignmentJson held = answered.as(AssignmentJson.class);
      int piece = Objects.requireNonNull(numbers.get(held.taskId()));
      hub.submit(caller, held.id(), texts.apply(piece));
      assignments.put(worker + " " + piece, held.id());
      found.append(piece);
    }
  }

  /** The first workers answer a recording of a single piece, one after the other. */
  void answer(String... texts) {
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      answer(i, piece -> text);
    }
  }
}
