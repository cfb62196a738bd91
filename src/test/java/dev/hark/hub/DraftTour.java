package dev.hark.hub;

import dev.hark.hub.store.Sha256;
import java.util.Map;

/** Drafts and recordings. */
final class DraftTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String id = hub.accept(worker, group, "a-" + group).id();
    String draft = "/assignments/" + id + "/draft";
    worker.get(draft);
    worker.put(draft, Map.of("version", 2, "content", "half"));
    worker.put(draft, Map.of("version", 1, "content", "less"));
    worker.get(draft);
    worker.get("/drafts");
    requester.get("/drafts");
    worker.get("/assignments/" + id);
    byte[] bytes = {1, 2, 3};
    String sha256 = Sha256.of(bytes);
    String room = "/assignments/" + id + "/attachments";
    worker.post(room, Map.of("type", "text/html", "bytes", 3));
    String attachment =
        worker
            .post(room, Map.of("type", "audio/wav", "bytes", bytes.length))
            .json()
            .get("id")
            .asText();
    String upload = "/attachments/" + attachment;
    requester.get(upload);
    worker.get(upload);
    worker.patch(upload + "?offset=1&sha256=" + sha256, bytes);
    worker.patch(upload + "?offset=0&sha256=" + sha256, bytes);
    worker.post(upload + "/finish", Map.of());
    worker.post(upload + "/finish", Map.of("sha256", sha256));
    requester.get("/submissions/" + id + "/attachments");
    requester.get("/submissions/" + id + "/attachments/" + attachment);
    hub.submit(worker, id, "words");
    requester.get("/submissions/" + id + "/attachments");
    requester.get("/submissions/" + id + "/attachments/" + attachment);
  }
}
