package dev.hark.hub;

import dev.hark.wire.AssignmentJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.TokenJson;
import java.util.Map;

/** Accounts, tokens and the audit log. */
final class AccountTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller worker = hub.worker();
    Caller operator = hub.operator();
    Caller anybody = hub.anybody();
    operator.post("/accounts", new NewAccountJson("MODERATOR", "Mo"));
    worker.post("/accounts", new NewAccountJson("MODERATOR", "Mo"));
    operator.get("/accounts?role=MODERATOR");
    worker.get("/accounts");
    operator.get("/accounts/" + worker.id());
    worker.get("/accounts/" + worker.id());
    own(worker, anybody);
    others(hub.worker(), operator);
    worker(hub, operator);
    operator.get("/audit?limit=2");
    operator.get("/audit?from=yesterday");
  }

  private static void own(Caller worker, Caller anybody) {
    worker.get("/account");
    anybody.get("/account");
    worker.get("/account/tokens");
    anybody.get("/account/tokens");
    TokenJson token = worker.post("/account/tokens").as(TokenJson.class);
    worker.post("/account/tokens", Map.of("scopes", java.util.List.of("operate")));
    worker.delete("/account/tokens/" + token.id());
    worker.delete("/account/tokens/none");
    Caller other = worker.with(worker.post("/token/rotate").as(TokenJson.class));
    other.post("/token/rotate", Map.of("overlapSeconds", -1));
    other.delete("/account/tokens?keep=mine");
    other.delete("/account/tokens?keep=current");
    other.delete("/token");
    other.delete("/token");
  }

  private static void others(Caller worker, Caller operator) {
    String account = "/accounts/" + worker.id();
    operator.get(account + "/tokens");
    worker.get(account + "/tokens");
    TokenJson given = operator.post(account + "/tokens").as(TokenJson.class);
    worker.post(account + "/tokens");
    operator.delete(account + "/tokens/" + given.id());
    worker.delete(account + "/tokens/" + given.id());
    worker.delete(account + "/tokens");
    operator.delete(account + "/tokens");
    operator.post(account + "/close");
    worker.post(account + "/close");
  }

  private static void worker(TestHub hub, Caller operator) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    AssignmentJson held =
        hub.accept(worker, hub.publish(requester, TestHub.group(1, false, null)), "a");
    hub.submit(worker, held.id(), "words");
    String seen = IdentityTest.submissions(requester).getFirst().worker();
    operator.get("/requesters/" + requester.id() + "/workers/" + seen);
    requester.get("/requesters/" + requester.id() + "/workers/" + seen);
  }
}
