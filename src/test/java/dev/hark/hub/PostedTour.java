package dev.hark.hub;

import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.PostedGroupJson;
import java.util.List;
import java.util.Map;

/** What requesters do with what they posted. */
final class PostedTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    NewTaskGroupJson draft = Drafted.group(2, 1);
    requester.post("/task-groups", "draft", draft);
    String id = requester.get("/posted").json().at("/items/0/id").asText();
    String own = "/posted/" + id;
    worker.get("/posted");
    worker.get(own);
    requester.get(own);
    requester.get(own + "/tasks");
    worker.get(own + "/tasks");
    requester.post(own + "/tasks", "more", Map.of("tasks", List.of()));
    requester.post(own + "/tasks", "more", Map.of("tasks", draft.tasks()));
    requester.post(own + "/expire");
    worker.post(own + "/publish");
    requester.post(own + "/publish").as(PostedGroupJson.class);
    requester.put(own + "/priority", Map.of("priority", 5));
    requester.put(own + "/priority", Map.of());
    requester.post(own + "/extend", "longer", Map.of());
    requester.post(own + "/extend", "longer", Map.of("answers", 1));
    String held = hub.accept(worker, id, "a-" + id).id();
    requester.delete(own);
    hub.submit(worker, held, "words");
    requester.get(own + "/submissions");
    worker.get(own + "/submissions");
    requester.post("/submissions/" + held + "/approve");
    requester.post(own + "/expire").as(PostedGroupJson.class);
    requester.delete(own);
  }
}
