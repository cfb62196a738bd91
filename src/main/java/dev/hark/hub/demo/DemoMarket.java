package dev.hark.hub.demo;

import dev.hark.fault.Sentence;
import dev.hark.hub.Services;
import dev.hark.hub.account.Role;
import dev.hark.hub.ledger.Transfer;
import dev.hark.hub.work.NewGroup;
import dev.hark.hub.work.PastWork;
import dev.hark.task.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a market to try Hark with: requesters who differ, work to do now, and a year of work,
 * payments and reviews behind it. Nothing in it is real money.
 */
public final class DemoMarket {
  private static final String KEY = "demo-market/";
  private static final long DEPOSIT = 10_000_000;
  private static final Duration OPENED = Duration.ofDays(366);

  private final List<RequesterPlan> requesters = RequesterPlan.load();
  private final List<GroupPlan> groups = GroupPlan.load();
  private final Tasks tasks = new Tasks(Sentences.load(), ClipLengths.load());
  private final People people = new People(groups, ReviewPlan.load());
  private final Services services;
  private final Instant now;

  private DemoMarket(Services services, Clock clock) {
    this.services = services;
    this.now = clock.instant();
  }

  /**
   * Fills a hub, unless it was filled before. All is there when this returns; where the process
   * dies on the way, nothing is, and the next call makes it.
   *
   * @param progress told in this thread, once where it takes more than a second and again when it
   *     is done
   * @return whether anything was made
   */
  public static boolean fill(Services services, Clock clock, Consumer<Sentence> progress) {
    return Wait.saying(
        progress,
        Sentence.of("demo.making"),
        Sentence.of("demo.made"),
        () -> !made(services) && new DemoMarket(services, clock).make());
  }

  /**
   * Adds plain open groups of one task each, with requesters of their own, for trying how a client
   * bears a large market. Each call adds more.
   *
   * @param groups how many, such as 10,000
   */
  public static void many(Services services, Clock clock, int groups) {
    new ManyGroups(services, clock).add(groups);
  }

  /** Whether a hub has its demo market. */
  public static boolean made(Services services) {
    return services
        .store()
        .read(
            handle ->
                handle
                    .createQuery("select 1 from task_group where publish_key like :key limit 1")
                    .bind("key", KEY + "%")
                    .mapTo(Integer.class)
                    .findFirst()
                    .isPresent());
  }

  private boolean make() {
    return services.together(
        () -> {
          // Another process may have been quicker.
          if (made(services)) {
            return false;
          }
          PastYear past =
              new PastYear(people, services.accounts().registerPastWorkers(People.COUNT), now);
          Map<String, String> ids = new HashMap<>();
          for (RequesterPlan requester : requesters) {
            ids.put(requester.id(), open(requester));
          }
          for (int i = 0; i < groups.size(); i++) {
            GroupPlan group = groups.get(i);
            publish(group, i, ids.getOrDefault(group.requester(), ""), past);
          }
          return true;
        });
  }

  /** Makes a requester's account, with money for all that they may have to pay. */
  private String open(RequesterPlan requester) {
    String id = services.accounts().register(Role.REQUESTER, requester.name()).id();
    Stream<Transfer> deposits =
        groups.stream()
            .filter(group -> group.requester().equals(requester.id()))
            .map(group -> group.money().currency().getCurrencyCode())
            .distinct()
            .map(
                currency ->
                    Transfer.deposit(
                        id, Money.of(DEPOSIT, currency), KEY + currency, now.minus(OPENED)));
    services.store().write(handle -> services.ledger().postAll(handle, deposits.toList()));
    return id;
  }

  private void publish(GroupPlan group, int position, String requesterId, PastYear past) {
    List<Tasks.Planned> planned = tasks.of(group);
    services
        .media()
        .announce(
            requesterId,
            planned.stream().flatMap(task -> task.question().media().stream()).distinct().toList());
    RequesterPlan requester = requester(group);
    NewGroup offer =
        new NewGroup(
            group.title(),
            group.kind(),
            Locale.forLanguageTag(group.language()),
            group.money(),
            Duration.ofMinutes(group.minutes()),
            Duration.ofDays(Math.clamp(Math.round(requester.daysToPay() * 1.5), 3, 30)),
            group.copies(),
            0,
            Optional.of(now.minus(OPENED).minus(Duration.ofMinutes(position))),
            Set.copyOf(group.needs()),
            group.keywords(),
            planned.stream()
                .map(task -> new NewGroup.NewTask(task.question(), task.gold()))
                .toList());
    String id = services.publishing().publish(requesterId, offer, KEY + group.id());
    List<PastWork> works = past.of(group, requester, planned.getFirst());
    services.history().record(id, works);
  }

  private RequesterPlan requester(GroupPlan group) {
    return requesters.stream()
        .filter(requester -> requester.id().equals(group.requester()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no requester " + group.requester()));
  }
}
