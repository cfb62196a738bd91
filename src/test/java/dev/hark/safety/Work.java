package dev.hark.safety;

import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A requester with work for each test, and workers who have never worked before. */
final class Work implements AutoCloseable {
  static final long REWARD = 18;

  private final String address;
  private final HubAccounts accounts;
  private final HubAccounts.Account requester;
  private final RequesterDesk desk;

  Work(String address) {
    this.address = address;
    this.accounts = new HubAccounts(address);
    this.requester = accounts.registerRequester("Radio Archive");
    this.desk = new RequesterDesk(address, requester.token());
  }

  HubAccounts.Account newWorker() {
    return accounts.registerWorker("somebody");
  }

  String requesterToken() {
    return requester.token();
  }

  RequesterDesk desk() {
    return desk;
  }

  String address() {
    return address;
  }

  /**
   * A group of two tasks, so that a second task could be taken by mistake.
   *
   * @param gold the known answer, absent where the requester decides
   */
  String newGroup(@Nullable String gold) {
    QuestionJson question = new QuestionJson("text", "Write it down", List.of(), null, null);
    AnswerJson known = gold == null ? null : new AnswerJson(gold, null, null);
    NewTaskGroupJson.NewTaskJson task = new NewTaskGroupJson.NewTaskJson(question, known);
    return desk.publish(
        new NewTaskGroupJson(
            "Write a sentence down",
            "TRANSCRIBE",
            "en",
            new MoneyJson(REWARD, "EUR"),
            600,
            List.of(),
            List.of(),
            null,
            null,
            List.of(task, task)),
        UUID.randomUUID().toString());
  }

  @Override
  public void close() {
    desk.close();
    accounts.close();
  }
}
