package dev.hark.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.SettableClock;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.task.Requester;
import dev.hark.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a worker did before, in filters, details and explanations. */
class OwnWorkTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Wording DUTCH = Wording.of(Locale.of("nl"));
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

  private final List<Worked> record = new ArrayList<>();
  private final SettableClock clock = new SettableClock(TEN);
  private int fetched;
  private boolean down;
  private final OwnWork work = new OwnWork(this::fetch, clock);

  private List<Worked> fetch() {
    fetched++;
    if (down) {
      throw new Fault.HubDown(Sentence.of("market.no-answer", Sentence.of("market.hub")), null);
    }
    return record;
  }

  private void did(String requester, String group, Assignment.State state, int times) {
    for (int i = 0; i < times; i++) {
      record.add(
          new Worked(
              "as" + record.size(),
              group,
              "Speech",
              new Requester(requester, "Radio Archive"),
              Money.of(18, "EUR"),
              state,
              TEN,
              TEN,
              Optional.empty(),
              List.of()));
    }
  }

  private Choice choice(String... conditions) {
    List<NamedFilter> filters = Where.options(List.of(conditions));
    return new Choice(Facts.Me.ANYBODY, filters, Set.of(), OfferOrder.NEWEST).knowing(work);
  }

  private static List<String> say(Wording wording, List<Sentence> lines) {
    return lines.stream().map(wording::say).toList();
  }

  @Test
  @Requirement({"FLT-21", "OFR-9"})
  void whatIDidBeforeIsInFiltersDetailsAndExplanations() {
    did("r-a", "a", Assignment.State.APPROVED, 9);
    did("r-a", "z", Assignment.State.APPROVED, 2);
    did("r-a", "a", Assignment.State.REJECTED, 1);
    did("r-b", "b", Assignment.State.SUBMITTED, 2);
    List<Offer> offers = List.of(Offers.fair("a"), Offers.fair("b"), Offers.fair("c"));

    OfferList list =
        OfferList.of(offers, choice("me.done_for_requester >= 2 && me.rejected_by_requester == 0"));
    assertEquals(List.of("b"), ids(list));
    assertEquals(
        "you did 12 for this requester, 11 approved and 1 rejected",
        ENGLISH.say(list.hidden().getFirst().reasons().getFirst()));
    assertEquals(
        "je deed nog niets voor deze opdrachtgever",
        DUTCH.say(list.hidden().getLast().reasons().getFirst()));
    assertEquals(List.of("a"), ids(OfferList.of(offers, choice("me.done_in_group == 10"))));
    assertEquals(List.of("a"), ids(OfferList.of(offers, choice("me.approved_by_requester > 10"))));
    assertEquals(List.of("b"), ids(OfferList.of(offers, choice("me.pending_with_requester == 2"))));
    assertEquals(
        "You did 12 for Radio Archive: 11 approved and 1 rejected.",
        say(ENGLISH, OfferWords.details(offers.getFirst(), choice())).getLast());
    assertEquals(
        "Je deed er 2 voor Radio Archive: 2 nog niet beslist.",
        say(DUTCH, OfferWords.details(offers.get(1), choice())).getLast());
    List<String> explained = say(ENGLISH, list.explain(list.hidden().getLast()).words());
    assertEquals("You did nothing for Radio Archive yet.", explained.getLast());
    assertTrue(
        explained.stream()
            .anyMatch(line -> line.contains("a number of answers you gave this requester of at")),
        explained::toString);
    assertEquals(1, fetched, "once");
  }

  @Test
  @Requirement("FLT-21")
  void itIsFetchedOnlyWhereSomethingAsksAndNeverTakenForZero() {
    List<Offer> offers = List.of(Offers.fair("a"));
    assertEquals(List.of("a"), ids(OfferList.of(offers, choice("task.reward > 0.1"))));
    assertEquals(0, fetched);

    down = true;
    OfferList list = OfferList.of(offers, choice("me.rejected_by_requester == 0"));
    assertEquals(List.of(), ids(list));
    assertEquals(
        "what you did for this requester is not known now",
        ENGLISH.say(list.hidden().getFirst().reasons().getFirst()));
    assertEquals(List.of(), ids(OfferList.of(offers, choice("me.done_in_group == 0"))));
    assertEquals(1, fetched, "a market that does not answer is not asked for each task");

    down = false;
    clock.forward(Duration.ofMinutes(1));
    assertEquals(List.of("a"), ids(OfferList.of(offers, choice("me.rejected_by_requester == 0"))));
    did("r-a", "a", Assignment.State.REJECTED, 1);
    clock.forward(Duration.ofMinutes(10));
    assertEquals(List.of(), ids(OfferList.of(offers, choice("me.rejected_by_requester == 0"))));
  }

  private static List<String> ids(OfferList list) {
    return list.kept().stream().map(judged -> judged.offer().group().id()).toList();
  }
}
