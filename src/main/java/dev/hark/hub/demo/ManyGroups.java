package dev.hark.hub.demo;

import dev.hark.hub.Services;
import dev.hark.hub.account.Role;
import dev.hark.hub.ledger.Transfer;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Many plain groups of one task each, for trying how a client bears a large market. */
final class ManyGroups {
  private static final int PER_REQUESTER = 500;
  private static final long DEPOSIT = 10_000_000;

  private final Services services;
  private final Instant now;

  ManyGroups(Services services, Clock clock) {
    this.services = services;
    this.now = clock.instant();
  }

  void add(int count) {
    for (int from = 0; from < count; from += PER_REQUESTER) {
      List<NewGroup> groups = new ArrayList<>();
      for (int i = from; i < Math.min(from + PER_REQUESTER, count); i++) {
        groups.add(group(i));
      }
      int number = from / PER_REQUESTER + 1;
      services.together(() -> publish("Plain Work " + number, groups));
    }
  }

  private boolean publish(String name, List<NewGroup> groups) {
    String id = services.accounts().register(Role.REQUESTER, name).id();
    Transfer deposit = Transfer.deposit(id, Money.of(DEPOSIT, "EUR"), "many", now);
    services.store().write(handle -> services.ledger().post(handle, deposit));
    services.publishing().publishAll(id, groups, "many");
    return true;
  }

  private NewGroup group(int number) {
    boolean byEar = number % 3 != 0;
    return new NewGroup(
        "Plain work, number " + (number + 1),
        byEar ? TaskKind.JUDGE_ADVERT : TaskKind.JUDGE_PHOTO,
        Locale.ENGLISH,
        Money.of(2 + number % 49, "EUR"),
        Duration.ofMinutes(5 + number % 11),
        NewGroup.AUTO_APPROVAL,
        1,
        0,
        Optional.of(now.minusSeconds(number)),
        byEar ? Set.of() : Set.of(Need.SIGHT),
        List.of("plain"),
        List.of(
            new NewGroup.NewTask(
                new Question.OpenText("Write the number " + (number + 1) + " in words.", List.of()),
                Optional.empty())));
  }
}
