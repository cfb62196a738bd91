package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.qualification.GroupRequirement;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Comparison;
import dev.hark.task.Guard;
import dev.hark.task.Money;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a list costs among thousands of groups that are not for everybody. */
@OnEachDatabase
class AudienceTest {
  private static final int HIDDEN = 20_000;
  private static final int KINDS = 40;

  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller owner;
  private List<String> kinds = List.of();

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    owner = hub.requester();
    kinds =
        IntStream.range(0, KINDS)
            .mapToObj(i -> Qualifying.create(owner, Qualifying.kind("OWNER", null)))
            .toList();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  @Requirement("QUAL-35")
  void hiddenGroupsDoNotMakeTheListSlower() {
    Caller worker = hub.worker();
    Caller qualified = hub.worker();
    Qualifying.grant(hub, owner, kinds.getFirst(), qualified, 50L);
    publish(100, i -> List.of());
    long before = best(worker, 0);
    publish(
        HIDDEN,
        i ->
            List.of(
                new GroupRequirement(
                    kinds.get(i % KINDS),
                    Comparison.AT_LEAST,
                    List.of((long) (i % 90 + 10)),
                    List.of(),
                    Guard.DISCOVER_PREVIEW_AND_ACCEPT)));
    assertEquals(100, all(worker).size());
    long after = best(worker, before * 3 + 5_000_000);
    assertTrue(
        after <= before * 3 + 5_000_000, before / 1000 + " us before, " + after / 1000 + " after");

    List<String> seen = all(qualified);
    assertEquals(seen.stream().distinct().count(), seen.size());
    int reached = 0;
    for (int i = 0; i < HIDDEN; i += KINDS) {
      reached += i % 90 + 10 <= 50 ? 1 : 0;
    }
    assertEquals(100 + reached, seen.size(), "what the value reaches, and what is for all");
    long more = best(qualified, before * 3 + 15_000_000);
    assertTrue(
        more <= before * 3 + 15_000_000, before / 1000 + " us before, " + more / 1000 + " after");
  }

  private void publish(int count, IntFunction<List<GroupRequirement>> some) {
    List<NewGroup> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(
          new NewGroup(
              "Group " + i,
              TaskKind.QUESTIONNAIRE,
              Locale.ENGLISH,
              Money.of(1, "EUR"),
              Duration.ofMinutes(5),
              NewGroup.AUTO_APPROVAL,
              1,
              0,
              Optional.empty(),
              Set.of(),
              List.of(),
              List.of(
                  new NewGroup.NewTask(
                      new Question.OpenText("What?", List.of()), Optional.empty())),
              Optional.empty(),
              Optional.empty(),
              false,
              some.apply(i)));
    }
    hub.hub.services().publishing().publishAll(owner.id(), groups, "k" + count);
    if (database == TestDatabase.POSTGRES) {
      // What the server does by itself within a minute of such a change.
      hub.hub.services().store().write(handle -> handle.execute("analyze task_group"));
    }
  }

  private static List<String> all(Caller caller) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = caller.get("/task-groups?limit=100" + cursor).json();
      page.get("items").forEach(item -> ids.add(item.get("id").asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  /**
   * Of many first pages the quickest, in nanoseconds; tried further where it is not quick enough,
   * as the machine may have other work.
   */
  private static long best(Caller caller, long enough) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round == 0 || (round < 10 && enough > 0 && best > enough); round++) {
      for (int i = 0; i < 31; i++) {
        long start = System.nanoTime();
        caller.get("/task-groups?limit=50");
        best = Math.min(best, System.nanoTime() - start);
      }
    }
    return best;
  }
}
