package dev.hark.hub;

import dev.hark.wire.ReviewJson;
import java.util.Map;
import java.util.Objects;

/** Reviews, what others make of them, and moderation. */
final class ReviewTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    Caller operator = hub.operator();
    String group = hub.publish(requester, TestHub.group(2, true, null));
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    String id =
        Objects.requireNonNull(
            worker
                .put(
                    "/task-groups/" + group + "/review",
                    Map.of("marks", Map.of("PAY", 3), "brokenTask", true, "minutes", 1.5))
                .as(ReviewJson.class)
                .id());
    hub.worker().put("/task-groups/" + group + "/review", Map.of("marks", Map.of("PAY", 3)));
    reader(hub, requester, group, operator, worker);
    worker.post("/reviews/" + id + "/answer", Map.of("words", "No."));
    requester.post("/reviews/" + id + "/answer", Map.of("words", "We will look."));
    worker.put("/reviews/" + id + "/helpful", Map.of());
    requester.delete("/reviews/" + id + "/helpful");
    Caller reader = hub.worker();
    reader.put("/reviews/" + id + "/helpful", Map.of());
    reader.get("/requesters/" + requester.id() + "/reviews");
    reader.delete("/reviews/" + id + "/helpful");
    worker.post("/reviews/" + id + "/flag", Map.of("reason", "Mine."));
    reader.post("/reviews/" + id + "/flag", Map.of("reason", "Wrong."));
    operator.post("/reviews/" + id + "/flag", Map.of("reason", "Wrong."));
    reader.get("/reviews/flagged");
    operator.get("/reviews/flagged");
    reader.get("/reviews/" + id + "/history");
    operator.get("/reviews/" + id + "/history");
    reader.post("/reviews/" + id + "/show");
    operator.post("/reviews/" + id + "/show");
  }

  private static void reader(
      TestHub hub, Caller requester, String group, Caller operator, Caller worker) {
    worker.get("/task-groups/" + group + "/rating");
    worker.get("/task-groups/none/rating");
    worker.get("/requesters/" + requester.id());
    requester.get("/requester/ratings?months=24");
    requester.get("/requester/ratings?group=" + group);
    requester.get("/requester/ratings?months=25");
    worker.get("/requester/ratings");
    String same = "/accounts/" + hub.worker().id() + "/same-person";
    worker.put(same, Map.of("account", requester.id()));
    operator.put(same, Map.of("account", requester.id()));
    worker.delete(same);
    operator.delete(same);
  }
}
