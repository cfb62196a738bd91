package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.wire.AccountJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.Json;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.Page;
import dev.hark.wire.SubmissionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class IdentityTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  static <T> List<T> items(Caller.Answered answered, TypeReference<Page<T>> type) {
    assertEquals(200, answered.status(), answered::text);
    try {
      return Json.MAPPER.readValue(answered.body(), type).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SubmissionJson> submissions(Caller requester) {
    return items(requester.get("/submissions"), new TypeReference<>() {});
  }

  private static List<AccountJson> accounts(Caller operator, String query) {
    return items(operator.get("/accounts" + query), new TypeReference<>() {});
  }

  @Test
  @Requirement("ID-1")
  void onlyAnOperatorMakesModeratorsAndOperators() {
    Caller operator = hub.operator();
    for (String role : List.of("MODERATOR", "OPERATOR")) {
      NewAccountJson wanted = new NewAccountJson(role, "Alex");
      assertEquals("invalid", hub.anybody().post("/accounts", wanted).refusal());
      assertEquals("forbidden", hub.worker().post("/accounts", wanted).refusal());
      assertEquals("forbidden", hub.requester().post("/accounts", wanted).refusal());
      Caller made = hub.register(operator, role, "Alex");
      assertEquals(role, made.get("/account").as(AccountJson.class).role());
      assertEquals(
          role.equals("OPERATOR") ? 201 : 403,
          made.post("/accounts", new NewAccountJson("MODERATOR", "Kim")).status());
    }
    assertEquals(201, operator.post("/accounts", new NewAccountJson("WORKER", "")).status());
  }

  @Test
  @Requirement("ID-1")
  void aModeratorDoesNoneOfWhatOthersDo() {
    Caller moderator = hub.register(hub.operator(), "MODERATOR", "Mo");
    String group = hub.publish(hub.requester(), TestHub.group(1, false, null));
    assertEquals(
        "forbidden", moderator.postKey("/task-groups/" + group + "/assignments", "a").refusal());
    assertEquals(
        "forbidden", moderator.post("/task-groups", TestHub.group(1, false, null)).refusal());
    assertEquals("forbidden", moderator.get("/submissions").refusal());
    assertEquals("forbidden", moderator.get("/accounts").refusal());
    assertEquals("forbidden", moderator.get("/audit").refusal());
  }

  @Test
  @Requirement("ID-2")
  void aClosedAccountIsToldSoAndWhatItDidStays() {
    Caller operator = hub.operator();
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    AssignmentJson held =
        hub.accept(worker, hub.publish(requester, TestHub.group(1, true, null)), "a");
    hub.submit(worker, held.id(), "Something else entirely.");

    AccountJson closed = operator.post("/accounts/" + worker.id() + "/close").as(AccountJson.class);
    assertEquals(TestClock.START, closed.closed());
    assertEquals("account-closed", worker.get("/account").refusal());
    assertEquals("account-closed", operator.post("/accounts/" + worker.id() + "/tokens").refusal());
    assertEquals(1, submissions(requester).size());
    assertEquals(
        closed, operator.post("/accounts/" + worker.id() + "/close").as(AccountJson.class));

    assertEquals("not-found", operator.post("/accounts/none/close").refusal());
    String own = operator.get("/account").as(AccountJson.class).id();
    assertEquals("invalid", operator.post("/accounts/" + own + "/close").refusal());
    assertEquals(200, operator.get("/account").status());
  }

  @Test
  @Requirement("ID-4")
  void theGroupsOfAClosedRequesterEndAndWhatIsHeldIsPaid() {
    Caller operator = hub.operator();
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(3, false, 2));
    String other = hub.publish(requester, TestHub.group(1, false, null));
    String held = hub.accept(worker, group, "a").id();
    long deposit = balance(Book.requester(requester.id())) + 7 * 18;
    operator.post("/accounts/" + requester.id() + "/close").as(AccountJson.class);
    assertEquals(18, balance(Book.escrow(group)));
    assertEquals(0, balance(Book.escrow(other)));
    assertEquals(deposit - 18, balance(Book.requester(requester.id())));
    assertEquals(0, worker.get("/task-groups").json().get("items").size());
    assertEquals(
        "group-expired",
        hub.worker().postKey("/task-groups/" + group + "/assignments", "b").refusal());
    hub.submit(worker, held, "words");
    hub.clock.forward(Duration.ofDays(4));
    assertEquals("APPROVED", worker.get("/assignments/" + held).json().get("state").asText());
    assertEquals(18, balance(Book.worker(worker.id())));
    assertEquals(0, balance(Book.escrow(group)));
    assertTrue(operator.get("/ledger/check").json().get("balanced").asBoolean());
    assertEquals(
        2,
        worker.get("/events?limit=1000").json().get("items").findValuesAsText("kind").stream()
            .filter("group.expired"::equals)
            .count());
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }

  @Test
  @Requirement("ID-3")
  void accountsAreListedPageByPageAndByRole() {
    Caller operator = hub.operator();
    Caller first = hub.worker();
    hub.clock.forward(java.time.Duration.ofSeconds(1));
    Caller second = hub.requester();
    AccountJson mine = second.get("/account").as(AccountJson.class);
    assertEquals(second.id(), mine.id());
    assertEquals("Radio Archive", mine.name());
    assertNull(mine.closed());

    Set<String> seen = new HashSet<>();
    String cursor = "";
    do {
      var page = operator.get("/accounts?limit=1" + cursor).json();
      assertEquals(1, page.get("items").size());
      assertTrue(seen.add(page.get("items").get(0).get("id").asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    assertEquals(3, seen.size());
    assertTrue(seen.containsAll(Set.of(first.id(), second.id())));
    assertEquals(
        List.of(first.id()),
        accounts(operator, "?role=WORKER").stream().map(AccountJson::id).toList());
  }

  @Test
  @Requirement({"ID-30", "HUB-43"})
  void eachRequesterKnowsAWorkerByAnIdOfItsOwnThatStays() {
    Caller worker = hub.worker();
    Caller other = hub.worker();
    Caller radio = hub.requester();
    Caller museum = hub.register("REQUESTER", "Museum");
    String atRadio = answered(worker, radio);
    String atMuseum = answered(worker, museum);
    assertNotEquals(atRadio, atMuseum);
    assertNotEquals(worker.id(), atRadio);
    assertNotEquals(atRadio, answered(other, radio));

    hub.close();
    hub = new TestHub(database, data, hub.clock);
    Caller again = new Caller(hub.hub.uri(), worker.id(), worker.token());
    Caller radioAgain = new Caller(hub.hub.uri(), radio.id(), radio.token());
    assertEquals(atRadio, answered(again, radioAgain));
  }

  /** A worker's id as the requester sees it on the newest answer, however it is looked at. */
  private String answered(Caller worker, Caller requester) {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    hub.clock.forward(java.time.Duration.ofSeconds(1));
    String id = hub.accept(worker, group, "k" + group).id();
    hub.submit(worker, id, "words");
    SubmissionJson listed = submissions(requester).getLast();
    assertEquals(id, listed.assignmentId());
    SubmissionJson approved =
        requester.post("/submissions/" + id + "/approve").as(SubmissionJson.class);
    assertEquals(listed.worker(), approved.worker());
    return listed.worker();
  }

  @Test
  @Requirement("ID-31")
  void anOperatorFindsTheWorkerWhomARequesterMeans() {
    Caller worker = hub.worker();
    Caller radio = hub.requester();
    Caller museum = hub.register("REQUESTER", "Museum");
    Caller moderator = hub.register(hub.operator(), "MODERATOR", "Mo");
    String seen = answered(worker, radio);
    String path = "/requesters/" + radio.id() + "/workers/" + seen;
    assertEquals(worker.id(), hub.operator().get(path).as(AccountJson.class).id());
    assertEquals(worker.id(), moderator.get(path).as(AccountJson.class).id());
    assertEquals("forbidden", radio.get(path).refusal());
    assertEquals("forbidden", worker.get(path).refusal());
    for (String wrong :
        List.of(
            "/requesters/" + museum.id() + "/workers/" + seen,
            "/requesters/" + radio.id() + "/workers/" + worker.id(),
            "/requesters/" + radio.id() + "/workers/2222222222222",
            "/requesters/" + radio.id() + "/workers/0OIl1")) {
      assertEquals("not-found", hub.operator().get(wrong).refusal(), wrong);
    }
    assertEquals(
        worker.id(),
        items(
                hub.operator().get("/submissions?state=approved"),
                new TypeReference<Page<SubmissionJson>>() {})
            .getFirst()
            .worker());
  }

  @Test
  @Requirement("ID-30")
  void noWorkersNameIsToldToAnybodyElse() {
    Caller worker = hub.register("WORKER", "Wilhelmina Vos");
    Caller requester = hub.requester();
    Caller stranger = hub.worker();
    answered(worker, requester);
    String group = submissions(requester).isEmpty() ? "" : "unexpected";
    assertEquals("", group);
    List<String> paths =
        List.of(
            "/submissions?state=approved",
            "/task-groups",
            "/requesters/" + requester.id(),
            "/requesters/" + requester.id() + "/reviews",
            "/requesters/" + worker.id());
    for (Caller curious : List.of(requester, stranger)) {
      for (String path : paths) {
        String text = curious.get(path).text();
        assertFalse(text.contains("Wilhelmina"), path);
        assertFalse(
            text.contains(worker.id()) && !path.contains(worker.id()), () -> path + " " + text);
      }
    }
    assertNotNull(worker.get("/account").as(AccountJson.class).name());
  }
}
