package dev.hark.hub;

import dev.hark.task.Comparison;
import dev.hark.task.Guard;
import dev.hark.wire.AttemptJson;
import dev.hark.wire.PlaceJson;
import java.util.List;
import java.util.Map;

/** Setting up, asking, testing, granting, and being told why one does not qualify. */
final class QualificationTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String asked = Qualifying.create(requester, Qualifying.kind("REQUEST", Qualifying.DAY));
    String test = Qualifying.create(requester, Qualifying.kind("TEST", Qualifying.DAY));
    requester.post("/qualifications", Map.of("name", "x"));
    worker.get("/qualifications");
    worker.get("/qualifications?limit=0");
    worker.get("/qualifications/" + asked);
    worker.get("/qualifications/none");
    worker.post("/qualifications/" + asked + "/requests", Map.of("words", "I grew up there."));
    worker.post("/qualifications/" + test + "/requests", Map.of());
    requester.get("/qualification-requests");
    worker.get("/qualification-requests");
    String group =
        hub.publish(
            requester,
            TestHub.group(1, false, null)
                .requiring(
                    List.of(
                        Qualifying.requires(
                            asked, Comparison.AT_LEAST, Guard.PREVIEW_AND_ACCEPT, 50L),
                        Qualifying.requires(test, Comparison.EXISTS, Guard.ACCEPT),
                        Qualifying.lives(Comparison.IN, Guard.ACCEPT, "NL", "BE"))));
    worker.get("/task-groups");
    worker.get("/task-groups/" + group);
    hub.operator().get("/task-groups/" + group);
    Qualifying.decide(hub, requester, asked, worker, "deny", null, "Too few samples.");
    Qualifying.decide(hub, requester, asked, worker, "deny", null, "");
    Qualifying.decide(hub, requester, asked, worker, "grant", 500L, "");
    Qualifying.grant(hub, requester, asked, worker, 80L);
    Qualifying.decide(hub, requester, asked, worker, "revoke", null, null);
    requester.get("/qualifications/" + asked + "/workers?state=granted");
    requester.get("/qualifications/" + asked + "/workers?state=happy");
    Qualifying.decide(hub, requester, asked, worker, "revoke", null, "Copied.");
    AttemptJson attempt = Qualifying.start(worker, test, "a");
    worker.postKey("/qualifications/" + asked + "/attempts", "b");
    worker.get("/attempts/" + attempt.id());
    worker.get("/attempts/none");
    Qualifying.handIn(worker, attempt, TestHub.text("unfit"));
    Qualifying.handIn(worker, attempt, Qualifying.ALL_RIGHT);
    requester.get("/qualifications/" + test + "/attempts?limit=1");
    worker.get("/qualifications/" + test + "/attempts");
    worker.get("/my/qualifications");
    requester.get("/my/qualifications");
    worker.put("/my/place", new PlaceJson("NL", "NL-GR"));
    worker.put("/my/place", new PlaceJson("XX", null));
    worker.get("/my/standing");
    requester.get("/my/standing");
    worker.delete("/my/place");
    requester.delete("/my/place");
    requester.post("/qualifications/" + asked + "/retire");
    worker.post("/qualifications/" + asked + "/retire");
    requester.post("/qualifications/" + asked + "/restore");
    hub.requester().post("/qualifications/" + asked + "/restore");
  }
}
