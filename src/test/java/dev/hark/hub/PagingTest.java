package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.account.Role;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import dev.hark.wire.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
@SuppressWarnings("NullAway.Init") // Started once for each database.
class PagingTest {
  private static final int GROUPS = 10_000;

  @Parameter TestDatabase database;
  @TempDir static Path data;
  private static TestHub hub;
  private static Caller worker;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    hub = new TestHub(database, data.resolve(database.name()));
    worker = hub.worker();
    Services services = hub.hub.services();
    for (int r = 0; r < 4; r++) {
      String requester = services.accounts().register(Role.REQUESTER, "Requester " + r).id();
      services.ledger().deposit(requester, Money.of(100_000_00, "EUR"), "d");
      int first = r;
      services
          .publishing()
          .publishAll(
              requester,
              IntStream.range(0, GROUPS / 4)
                  .mapToObj(i -> group(first * (GROUPS / 4) + i))
                  .toList(),
              "many");
    }
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    hub.close();
  }

  @Test
  @Requirement("HUB-18")
  void pagesShowEveryGroupOnceInOrder() {
    List<JsonNode> all = all("/task-groups?limit=1000");
    assertEquals(GROUPS, all.size());
    assertEquals(GROUPS, ids(all).size());
    List<String> titles = all.stream().map(group -> group.get("title").asText()).toList();
    assertTrue(
        titles.subList(0, GROUPS / 10).stream().allMatch(title -> title.startsWith("Urgent")));
    assertEquals(all.getFirst().get("id"), all("/task-groups?limit=999").getFirst().get("id"));
  }

  @Test
  @Requirement("HUB-18")
  void aGroupThatIsPublishedMeanwhileMovesNoOther() {
    JsonNode first = worker.get("/task-groups?limit=500").json();
    hub.publish(hub.requester(), TestHub.group(1, true, null));
    JsonNode second =
        worker.get("/task-groups?limit=500&cursor=" + first.get("next").asText()).json();
    Set<String> seen = ids(first.get("items"));
    seen.addAll(ids(second.get("items")));
    assertEquals(1000, seen.size());
  }

  @Test
  @Requirement("HUB-18")
  void aListMayBeNarrowedToOneKind() {
    List<JsonNode> all = all("/task-groups?limit=1000&kind=JUDGE_PHOTO");
    assertEquals(GROUPS / 8, all.size());
    assertTrue(all.stream().allMatch(group -> group.get("kind").asText().equals("JUDGE_PHOTO")));
  }

  @Test
  @Requirement("HUB-19")
  void aPageOf1000ComesQuickly() {
    List<Long> millis = new ArrayList<>();
    String next = "";
    for (int i = 0; i < 40; i++) {
      long start = System.nanoTime();
      Page<?> page = worker.get("/task-groups?limit=1000" + next).as(Page.class);
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      next = page.next() == null ? "" : "&cursor=" + page.next();
    }
    long median = millis.stream().skip(20).sorted().toList().get(10);
    // Far above what it takes alone, since the tests' machine may be busy.
    assertTrue(median < 500, "median of a warm page in ms: " + median + " of " + millis);
  }

  private List<JsonNode> all(String path) {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      JsonNode page = worker.get(path + next.get()).json();
      page.get("items").forEach(all::add);
      next = Optional.ofNullable(page.get("next")).map(some -> "&cursor=" + some.asText());
    }
    return all;
  }

  private static Set<String> ids(Iterable<JsonNode> groups) {
    Set<String> ids = new HashSet<>();
    groups.forEach(group -> ids.add(group.get("id").asText()));
    return ids;
  }

  private static NewGroup group(int i) {
    boolean urgent = i % 10 == 0;
    return new NewGroup(
        (urgent ? "Urgent: " : "") + "work " + i,
        List.of(TaskKind.values()).get(i % 8),
        Locale.ENGLISH,
        Money.of(5 + i % 50, "EUR"),
        Duration.ofMinutes(6),
        NewGroup.AUTO_APPROVAL,
        1,
        urgent ? 1 : 0,
        Optional.of(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(i)),
        Set.of(Need.HEARING),
        List.of("many"),
        IntStream.range(0, 3)
            .mapToObj(
                t ->
                    new NewGroup.NewTask(
                        new Question.OpenText("What is it, " + t, List.of()), Optional.empty()))
            .toList());
  }
}
