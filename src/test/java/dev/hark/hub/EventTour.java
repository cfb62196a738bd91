package dev.hark.hub;

/** Asking what happened; what a stream answers, its own tests show. */
final class EventTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    hub.publish(requester, TestHub.group(1, false, null));
    requester.get("/events");
    requester.get("/events?cursor=none");
    requester.stream("/events/stream").close();
    requester.get("/events/stream?cursor=none");
  }
}
