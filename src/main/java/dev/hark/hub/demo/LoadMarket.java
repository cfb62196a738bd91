package dev.hark.hub.demo;

import dev.hark.hub.Services;
import dev.hark.hub.account.Registration;
import dev.hark.hub.account.Role;
import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.hub.work.NewGroup;
import dev.hark.hub.work.PastWork;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A market of a stated size, for measuring what a hub bears. */
public final class LoadMarket {
  private static final int GROUPS_PER_REQUESTER = 100;
  private static final int TASKS_AT_ONCE = 10_000;
  private static final long DEPOSIT = 1_000_000_000;

  private final Services services;
  private final Clock clock;

  public LoadMarket(Services services, Clock clock) {
    this.services = services;
    this.clock = clock;
  }

  /**
   * Adds open task groups, evenly spread over requesters.
   *
   * @param groups how many
   * @param tasks in each
   */
  public void add(int groups, int tasks) {
    int atOnce = Math.max(1, Math.min(GROUPS_PER_REQUESTER, TASKS_AT_ONCE / tasks));
    String requester = "";
    int room = 0;
    for (int from = 0; from < groups; from += atOnce) {
      if (room <= 0) {
        requester = services.accounts().register(Role.REQUESTER, "Requester " + from).id();
        services.ledger().deposit(requester, Money.of(DEPOSIT, "EUR"), "load");
        room = GROUPS_PER_REQUESTER;
      }
      List<NewGroup> batch =
          IntStream.range(from, Math.min(from + atOnce, groups))
              .mapToObj(number -> group(number, tasks))
              .toList();
      services.publishing().publishAll(requester, batch, "load-" + from);
      room -= atOnce;
    }
  }

  private NewGroup group(int number, int tasks) {
    List<NewGroup.NewTask> all = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      all.add(
          new NewGroup.NewTask(
              new Question.OpenText("Write the number " + i + " in words.", List.of()),
              Optional.empty()));
    }
    return new NewGroup(
        "Write numbers, part " + (number + 1),
        TaskKind.TRANSCRIBE,
        Locale.ENGLISH,
        Money.of(2 + number % 49, "EUR"),
        Duration.ofMinutes(5 + number % 11),
        NewGroup.AUTO_APPROVAL,
        1,
        0,
        Optional.of(clock.instant().minusSeconds(number)),
        Set.of(),
        List.of("numbers"),
        all);
  }

  /**
   * Adds answers that were approved and paid, of workers who are not here any more.
   *
   * @param count how many
   */
  public void answers(int count) {
    String requester = services.accounts().register(Role.REQUESTER, "Busy Requester").id();
    services.ledger().deposit(requester, Money.of(DEPOSIT, "EUR"), "load");
    List<String> workers = services.accounts().registerPastWorkers(Math.max(1, count / 1_000));
    Instant first = clock.instant().minus(Duration.ofDays(300));
    for (int from = 0; from < count; from += TASKS_AT_ONCE) {
      String group = services.publishing().publish(requester, group(from, 1), "past-" + from);
      services
          .history()
          .record(
              group,
              IntStream.range(from, Math.min(from + TASKS_AT_ONCE, count))
                  .mapToObj(i -> answer(workers.get(i % workers.size()), first.plusSeconds(i)))
                  .toList());
    }
  }

  private static PastWork answer(String worker, Instant accepted) {
    return answer(worker, accepted, Optional.empty());
  }

  private static PastWork answer(String worker, Instant accepted, Optional<Opinion> opinion) {
    return new PastWork(
        worker,
        accepted,
        Duration.ofSeconds(20 + accepted.getEpochSecond() % 40),
        new Answer.Text("forty-two thousand one hundred and seven"),
        new PastWork.Decision.Approved(),
        Duration.ofDays(1),
        opinion);
  }

  /**
   * A requester whom many reviewed.
   *
   * @param id the requester's
   * @param groupId what the last of the reviewers worked in
   * @param reviewer one of them
   * @param reviews how many
   */
  public record Reviewed(String id, String groupId, String reviewer, int reviews) {}

  /**
   * Adds requesters, each reviewed by the same people, whom they all paid.
   *
   * @param counts of reviews, one for each requester
   * @return the requesters, in that order
   */
  public List<Reviewed> reviewed(List<Integer> counts) {
    List<String> people =
        services.accounts().registerPastWorkers(counts.stream().max(Integer::compare).orElse(0));
    List<Reviewed> all = new ArrayList<>();
    for (int number = 0; number < counts.size(); number++) {
      all.add(reviewed(number, people.subList(0, counts.get(number))));
    }
    return all;
  }

  private Reviewed reviewed(int number, List<String> people) {
    String requester =
        services.accounts().register(Role.REQUESTER, "Reviewed Requester " + number).id();
    services.ledger().deposit(requester, Money.of(DEPOSIT, "EUR"), "load");
    Instant first = clock.instant().minus(Duration.ofDays(300));
    String group = "";
    for (int from = 0; from < people.size(); from += TASKS_AT_ONCE) {
      group = services.publishing().publish(requester, group(from, 1), "reviewed-" + from);
      services
          .history()
          .record(
              group,
              IntStream.range(from, Math.min(from + TASKS_AT_ONCE, people.size()))
                  .mapToObj(
                      i ->
                          answer(
                              people.get(i),
                              first.plus(Duration.ofMinutes(4L * (i % 100_000))),
                              Optional.of(opinion(number + i))))
                  .toList());
    }
    return new Reviewed(requester, group, people.getLast(), people.size());
  }

  /**
   * Copies a requester with all reviews, much faster than the same people could write them.
   *
   * @param copies how many
   * @return the copies
   */
  public List<Reviewed> copy(Reviewed one, int copies) {
    RequesterCopies.make(services.store(), one.id(), copies);
    return IntStream.rangeClosed(1, copies)
        .mapToObj(
            number ->
                new Reviewed(
                    RequesterCopies.idOf(one.id(), number),
                    RequesterCopies.idOf(one.groupId(), number),
                    one.reviewer(),
                    one.reviews()))
        .toList();
  }

  /**
   * What somebody thinks.
   *
   * @param seed the same gives the same
   */
  public static Opinion opinion(int seed) {
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      int mark = (seed * 31 + attribute.name().length() * 17) % 6;
      if (mark > 0) {
        marks.put(attribute, mark);
      }
    }
    return new Opinion(
        marks,
        Optional.of(seed % 20 == 0 ? Rejections.SOME : Rejections.NONE),
        seed % 50 == 0,
        "Clear recordings, paid within the week; number " + seed + ".");
  }

  /**
   * Adds workers who can sign in.
   *
   * @return their accounts with tokens
   */
  public List<Registration> workers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> services.accounts().register(Role.WORKER, ""))
        .toList();
  }
}
