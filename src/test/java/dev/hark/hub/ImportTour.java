package dev.hark.hub;

import java.util.List;
import java.util.Map;

/** Reviews from elsewhere, whom they are about, and what old overlays read. */
final class ImportTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller operator = hub.operator();
    Caller worker = hub.worker();
    String old = "A1B2C3D4E5F6G7";
    operator.post("/imported-reviews", "tour", Imported.batch(Imported.review(old, "ann", 4)));
    operator.post(
        "/imported-reviews",
        "sums",
        Map.of(
            "source",
            "TurkerView",
            "aggregates",
            List.of(Map.of("requesterId", old, "reviews", 3, "wageMicros", 12_400_000))));
    worker.post("/imported-reviews", "tour", Map.of("source", "x"));
    String room = "/requesters/" + requester.id() + "/also-known";
    operator.put(room + "/" + old, Map.of());
    worker.put(room + "/" + old, Map.of());
    worker.get(room);
    worker.get("/requesters/none/also-known");
    worker.get("/requesters/" + requester.id());
    worker.get("/requesters/" + requester.id() + "/reviews");
    Caller anybody = hub.anybody();
    for (String shape :
        List.of("multi-attrs.php?ids", "requesters?rids", "v1/requesters?requester_ids")) {
      anybody.get("/compat/" + shape + "=" + old + ",A9Z8Y7X6W5V4U3," + requester.id());
      anybody.get("/compat/" + shape + "=");
    }
    worker.delete(room + "/" + old);
    operator.delete(room + "/" + old);
  }
}
