package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.EventLog;
import dev.hark.hub.event.Events;
import dev.hark.wire.EventJson;
import dev.hark.wire.EventPageJson;
import dev.hark.wire.Json;
import dev.hark.wire.TokenJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EventTest extends WorkingHub {
  @Test
  @Requirement("EVENT-1")
  void whatHappensToWorkIsToldInOrderToThoseItConcerns() {
    String group = hub.publish(requester, TestHub.group(2, false, null));
    String first = hub.accept(worker, group, "a").id();
    hub.submit(worker, first, "words");
    requester.post("/submissions/" + first + "/approve");
    String second = hub.accept(worker, group, "b").id();
    worker.post("/assignments/" + second + "/return");
    worker.post("/assignments/" + second + "/return");
    worker.put("/task-groups/" + group + "/review", Map.of("marks", Map.of("PAY", 4)));
    hub.accept(worker, group, "b");

    List<String> work =
        List.of(
            "group.published",
            "assignment.accepted",
            "assignment.submitted",
            "assignment.approved",
            "assignment.accepted",
            "assignment.returned");
    assertEquals(work, kinds(worker, "/events"));
    List<String> andReview = new ArrayList<>(work);
    andReview.add("review.written");
    assertEquals(andReview, kinds(requester, "/events"));
    assertEquals(andReview, kinds(hub.operator(), "/events"));
    assertEquals(List.of("group.published"), kinds(hub.worker(), "/events"));
    assertEquals(List.of("group.published"), kinds(hub.requester(), "/events"));
    assertEquals("unauthenticated", hub.anybody().get("/events").refusal());

    EventPageJson page = page(requester, "/events?limit=3");
    EventJson published = page.items().getFirst();
    assertEquals("Transcribe 8 seconds of speech", published.data().get("title"));
    assertEquals(group, published.groupId());
    assertEquals(TestClock.START, published.at());
    EventJson submitted = page.items().getLast();
    assertEquals(first, submitted.assignmentId());
    assertFalse(requester.get("/events").text().contains("words"));
  }

  @Test
  @Requirement("ID-30")
  void aRequesterHearsOfAWorkerByTheIdThatIsTheRequestersOnly() {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    hub.submit(worker, hub.accept(worker, group, "a").id(), "words");
    assertEquals(
        hub.shown(requester, worker), page(requester, "/events").items().getLast().workerId());
    assertFalse(requester.get("/events").text().contains(worker.id()));
    assertEquals(worker.id(), page(worker, "/events").items().getLast().workerId());
    assertEquals(worker.id(), page(hub.operator(), "/events").items().getLast().workerId());
  }

  @Test
  @Requirement("EVENT-1")
  void aTokenThatMayNotReadHearsNothing() {
    Caller narrow =
        worker.with(
            worker
                .post("/account/tokens", Map.of("scopes", List.of("worker:work")))
                .as(TokenJson.class));
    assertEquals("lacks-scope", narrow.get("/events").refusal());
    assertEquals("lacks-scope", narrow.get("/events/stream").refusal());
  }

  @Test
  @Requirement("EVENT-1")
  void whatWasUndoneIsNotTold() {
    assertThrows(
        Fault.Refused.class,
        () ->
            hub.hub
                .services()
                .store()
                .write(
                    handle -> {
                      Events.emit(handle, TestClock.START, event("r", 1));
                      throw new Fault.Refused(Refusal.FORBIDDEN);
                    }));
    assertEquals(List.of(), kinds(hub.operator(), "/events"));
  }

  @Test
  @Requirement("EVENT-1")
  void aDraftIsNobodysBusinessUntilItIsPublished() {
    ObjectNode draft = Json.MAPPER.valueToTree(TestHub.group(1, false, null));
    draft.put("draft", true);
    String group = requester.post("/task-groups", draft).json().get("id").asText();
    assertEquals(List.of(), kinds(worker, "/events"));
    assertEquals(200, requester.post("/posted/" + group + "/publish").status());
    assertEquals(group, page(worker, "/events").items().getFirst().groupId());
  }

  @Test
  @Requirement("EVENT-2")
  void readingGoesOnFromTheCursorAndNothingComesTwice() {
    emit(7);
    EventPageJson one = page(worker, "/events?limit=3");
    assertEquals(3, one.items().size());
    assertTrue(one.more());
    EventPageJson two = page(worker, "/events?limit=100&cursor=" + one.next());
    assertEquals(4, two.items().size());
    assertFalse(two.more());
    Set<String> ids = new HashSet<>();
    one.items().forEach(event -> ids.add(event.id()));
    two.items().forEach(event -> ids.add(event.id()));
    assertEquals(7, ids.size());
    assertEquals(
        two.items().subList(1, 4),
        page(worker, "/events?cursor=" + two.items().getFirst().cursor()).items());
    EventPageJson none = page(worker, "/events?cursor=" + two.next());
    assertEquals(List.of(), none.items());
    assertEquals(two.next(), none.next());
    assertEquals(List.of(), page(worker, "/events?cursor=now").items());
  }

  @Test
  @Requirement("EVENT-2")
  void someKindsCanBeAskedForAndOthersArePassedOver() {
    emit(5);
    hub.publish(requester, TestHub.group(1, false, null));
    EventPageJson page = page(worker, "/events?kinds=group.published,review.written&limit=4");
    assertEquals(List.of(), page.items());
    assertTrue(page.more());
    assertEquals(
        List.of("group.published"),
        kinds(worker, "/events?kinds=group.published&cursor=" + page.next()));
    assertEquals("invalid", worker.get("/events?kinds=party").refusal());
    assertEquals("invalid", worker.get("/events?wait=31").refusal());
    assertEquals("invalid", worker.get("/events?cursor=x").refusal());
  }

  @Test
  @Requirement("EVENT-3")
  void askingCanWaitUntilSomethingHappens() throws Exception {
    String now = page(worker, "/events?cursor=now").next();
    assertEquals(List.of(), page(worker, "/events?wait=1&cursor=" + now).items());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<EventPageJson> waiting =
          threads.submit(() -> page(worker, "/events?wait=30&cursor=" + now));
      emitTo(hub.worker().id());
      String group = hub.publish(requester, TestHub.group(1, false, null));
      EventPageJson told = waiting.get(20, TimeUnit.SECONDS);
      assertEquals(group, told.items().getFirst().groupId());
    }
  }

  @Test
  @Requirement("EVENT-4")
  void aReaderMissesNothingHoweverManyWriteAtOnceThroughTwoHubs() throws Exception {
    int writers = 8;
    int each = 60;
    AtomicBoolean writing = new AtomicBoolean(true);
    CountDownLatch done = new CountDownLatch(writers);
    try (TestHub other = new TestHub(database, data, hub.clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < writers; i++) {
        TestHub through = i % 2 == 0 ? hub : other;
        String mark = "writer" + i;
        threads.execute(
            () -> {
              for (int n = 0; n < each; n++) {
                int number = n;
                through
                    .hub
                    .services()
                    .store()
                    .write(
                        handle -> {
                          Events.emit(handle, TestClock.START, event(mark, number));
                          if (number % 3 == 0) {
                            // Others are kept in between, whatever was written first.
                            handle.select("select count(*) from event").mapTo(Long.class).one();
                          }
                          return null;
                        });
              }
              done.countDown();
            });
      }
      List<Future<List<EventJson>>> readers = new ArrayList<>();
      for (TestHub through : List.of(hub, other)) {
        readers.add(threads.submit(() -> readAll(through, writing)));
      }
      assertTrue(done.await(60, TimeUnit.SECONDS));
      writing.set(false);
      for (Future<List<EventJson>> reader : readers) {
        List<EventJson> read = reader.get(30, TimeUnit.SECONDS);
        assertEquals(writers * each, read.size());
        assertEquals(read.size(), new HashSet<>(read.stream().map(EventJson::id).toList()).size());
      }
      assertEquals(
          readers.getFirst().get().stream().map(EventJson::id).toList(),
          readers.getLast().get().stream().map(EventJson::id).toList());
    }
  }

  private List<EventJson> readAll(TestHub through, AtomicBoolean writing) {
    Caller reader = new Caller(through.hub.uri(), worker.id(), worker.token());
    List<EventJson> read = new ArrayList<>();
    String cursor = "";
    while (true) {
      boolean last = !writing.get();
      EventPageJson page = page(reader, "/events?limit=50&cursor=" + cursor);
      read.addAll(page.items());
      cursor = page.next();
      if (last && !page.more()) {
        return read;
      }
    }
  }

  @Test
  @Requirement("EVENT-5")
  void aCursorOfWhatIsNoLongerKeptIsRefused() {
    emit(3);
    String early = page(worker, "/events?limit=1").next();
    hub.clock.forward(EventLog.KEPT.plusDays(1));
    emit(1);
    String url = "/events?cursor=" + early;
    assertTrue(
        Patience.until(() -> worker.get(url).status() == 410), "old events are forgotten in time");
    assertEquals("cursor-gone", worker.get(url).refusal());
    EventPageJson anew = page(worker, "/events");
    assertEquals(1, anew.items().size());
    assertEquals(List.of(), page(worker, "/events?cursor=" + anew.next()).items());
  }

  @Test
  @Requirement("EVENT-5")
  void aCursorFromAfterTheLastEventIsRefusedAsAfterARestore() {
    emit(2);
    String late = page(worker, "/events").next();
    database.run(data, "delete from event");
    database.run(data, "update event_count set numbered = 1");
    assertEquals("cursor-gone", worker.get("/events?cursor=" + late).refusal());
  }

  static Event event(String mark, int number) {
    return Event.open(EventKind.GROUP_EXTENDED, mark).with("number", number);
  }

  private void emit(int count) {
    for (int i = 0; i < count; i++) {
      Event event = event("r", i);
      hub.hub
          .services()
          .store()
          .write(
              handle -> {
                Events.emit(handle, hub.clock.instant(), event);
                return null;
              });
    }
  }

  private void emitTo(String workerId) {
    hub.hub
        .services()
        .store()
        .write(
            handle -> {
              Events.emit(
                  handle,
                  hub.clock.instant(),
                  Event.toWorker(EventKind.QUALIFICATION_GRANTED, workerId));
              return null;
            });
  }

  private static EventPageJson page(Caller caller, String path) {
    return caller.get(path).as(EventPageJson.class);
  }

  private static List<String> kinds(Caller caller, String path) {
    return page(caller, path).items().stream().map(EventJson::kind).toList();
  }
}
