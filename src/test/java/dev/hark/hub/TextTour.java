package dev.hark.hub;

import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewCheckRoundJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.SettledDisputeJson;

/** What the answers to recordings say together. */
final class TextTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller stranger = hub.requester();
    WrittenDown job = WrittenDown.post(hub, requester, 1, 3, 3, null);
    job.answer("the old keeper rowed out", "the old keeper rowed out", "the old keeper road");
    requester.get("/jobs/" + job.id() + "/transcript");
    stranger.get("/jobs/" + job.id() + "/transcript");
    requester.get("/jobs/" + job.id() + "/progress");
    stranger.get("/jobs/" + job.id() + "/progress");
    requester.get("/jobs/" + job.id() + "/workers");
    stranger.get("/jobs/" + job.id() + "/workers");
    job.worker(0).get("/repeated");
    requester.get("/repeated");
    NewCheckRoundJson round =
        new NewCheckRoundJson(
            "Listen",
            "Is it: {text}?",
            "Yes",
            "No",
            new MoneyJson(5, "EUR"),
            3,
            null,
            null,
            null,
            null,
            null);
    requester.post("/jobs/" + job.id() + "/checks", "round", round);
    stranger.post("/jobs/" + job.id() + "/checks", "round", round);
    Caller worker = job.worker(2);
    worker.get("/compared");
    requester.get("/compared");
    String id = worker.get("/compared").json().at("/items/0/assignmentId").asText();
    worker.get("/compared/" + id);
    job.worker(0).get("/compared/" + id);
    worker.post("/compared/" + id + "/dispute", new ObjectionJson(""));
    worker.post("/compared/" + id + "/dispute", new ObjectionJson("He rode a horse."));
    requester.get("/disputes");
    worker.get("/disputes");
    stranger.post("/disputes/" + id + "/settle", new SettledDisputeJson(true, null));
    requester.post("/disputes/" + id + "/settle", new SettledDisputeJson(true, null));
  }
}
