package dev.hark.hub;

import java.util.Map;

/** Rejections, what workers say to them, turning them round, and doing it again. */
final class QualityTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String rejected = answered(hub, requester, worker);
    requester.post("/submissions/" + rejected + "/overturn");
    requester.post("/submissions/" + rejected + "/reject", Map.of("reason", "No."));
    requester.post("/submissions/" + rejected + "/reject", TestHub.rejection("No."));
    worker.get("/rejections");
    requester.get("/rejections");
    worker.post("/assignments/" + rejected + "/objection", Map.of());
    requester.post("/submissions/" + rejected + "/dismiss", Map.of("words", "No."));
    worker.post("/assignments/" + rejected + "/objection", Map.of("words", "I did."));
    worker.get("/rejections");
    requester.get("/objections");
    worker.get("/objections");
    worker.post("/submissions/" + rejected + "/dismiss", Map.of("words", "No."));
    requester.post("/submissions/" + rejected + "/dismiss", Map.of("words", "No."));
    requester.post("/submissions/" + rejected + "/dismiss", Map.of("words", "Never."));
    worker.get("/rejections");
    requester.post("/submissions/" + rejected + "/overturn");
    requester.get("/submissions?state=approved");
    String again = answered(hub, requester, worker);
    requester.post("/submissions/" + again + "/redo", Map.of("words", "More.", "seconds", 1));
    requester.post("/submissions/" + again + "/redo", Map.of("words", "More.", "seconds", 3600));
    requester.post("/submissions/" + again + "/reject", TestHub.rejection("No."));
    worker.get("/assignments?state=held");
    choices(hub, requester, worker);
  }

  private static void choices(TestHub hub, Caller requester, Caller worker) {
    String group = hub.publish(requester, Choices.group(2, 2));
    String quality = "/task-groups/" + group + "/quality";
    requester.put(quality, Map.of("goldRate", 0.7));
    requester.put(quality, Map.of("agreement", 0.8, "enough", 2));
    requester.get(quality);
    worker.get(quality);
    String id = hub.accept(worker, group, "a").id();
    worker.post("/assignments/" + id + "/answer", "k", Choices.option("yes"));
    requester.get("/task-groups/" + group + "/results?limit=1");
    worker.get("/task-groups/" + group + "/results");
  }

  private static String answered(TestHub hub, Caller requester, Caller worker) {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String id = hub.accept(worker, group, "a-" + group).id();
    hub.submit(worker, id, "words");
    return id;
  }
}
