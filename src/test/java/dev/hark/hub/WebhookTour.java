package dev.hark.hub;

import java.util.List;
import java.util.Map;

/** A webhook from its beginning to its end. */
final class WebhookTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    Map<String, Object> wish =
        Map.of("url", "http://127.0.0.1:9/hook", "kinds", List.of("assignment.submitted"));
    worker.post("/webhooks", wish);
    String path = "/webhooks/" + requester.post("/webhooks", wish).json().get("id").asText();
    String none = "/webhooks/none";
    requester.get("/webhooks");
    worker.get("/webhooks");
    requester.get(path);
    requester.get(none);
    requester.post(path + "/enable");
    requester.post(none + "/enable");
    requester.post(path + "/secret");
    requester.post(none + "/secret");
    String delivery = requester.post(path + "/test").json().get("id").asText();
    requester.post(none + "/test");
    requester.get(path + "/deliveries");
    requester.get(none + "/deliveries");
    requester.post(path + "/deliveries/" + delivery + "/redeliver");
    requester.post(path + "/deliveries/none/redeliver");
    requester.delete(path);
    worker.delete(path);
  }
}
