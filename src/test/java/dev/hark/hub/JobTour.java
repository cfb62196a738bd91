package dev.hark.hub;

import java.util.List;
import java.util.Map;

/** Recordings that requesters have written down. */
final class JobTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String id =
        requester.post("/jobs", "job", Recording.job(requester, 3)).json().at("/id").asText();
    requester.post("/jobs", "empty", Map.of("name", "interview", "pieces", List.of()));
    requester.get("/workforce?language=en");
    requester.get("/workforce");
    requester.get("/jobs");
    worker.get("/jobs");
    requester.get("/jobs/" + id);
    worker.get("/jobs/" + id);
    requester.get("/job-keys/job");
    requester.get("/job-keys/none");
    requester.get("/jobs/" + id + "/pieces");
    hub.requester().get("/jobs/" + id + "/pieces");
  }
}
