package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Signing in, tokens, and what an operator does, against a real hub. */
final class AccountCommandsTest extends OneHub {
  private HarkRun operator() {
    return new HarkRun(hubHome);
  }

  private HarkRun hark(String computer) {
    return new HarkRun(home.resolve(computer)).with("HARK_HUB", hub.address());
  }

  private static String ok(HarkRun.Outcome outcome) {
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.out();
  }

  private static JsonNode json(HarkRun.Outcome outcome) {
    try {
      return Json.MAPPER.readTree(ok(outcome));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Requirement({"ID-50", "ID-51"})
  void aWorkerGoesOnAtAnotherComputer() {
    HarkRun first = hark("first");
    ok(first.run("earnings"));
    String made = ok(first.run("token", "make", "--name", "second computer"));
    String secret = made.lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(secret.matches("[A-Za-z0-9_-]{43}"), secret);

    HarkRun second = new HarkRun(home.resolve("second")).typing(secret);
    String connected = ok(second.run("connect", hub.address(), "--token-file", "-"));
    assertEquals("This computer now works with " + hub.address() + ", as a worker.\n", connected);
    JsonNode tokens = json(second.run("token", "list", "--json")).get("tokens");
    assertEquals(2, tokens.size());
    String list = ok(first.run("token", "list"));
    assertTrue(list.contains("called second computer") && list.contains("used here"), list);
    assertFalse(list.contains(secret));

    String dutch = ok(second.run("token", "list", "--lang", "nl"));
    assertTrue(dutch.contains("genaamd second computer, laatst gebruikt op"), dutch);
  }

  @Test
  @Requirement("ID-50")
  void aTokenIsReadFromAFileAndNeverSentInTheClear() throws IOException {
    HarkRun somebody = new HarkRun(home.resolve("third"));
    Path file = home.resolve("token");
    Files.writeString(file, "not-a-token-of-this-hub\n");
    HarkRun.Outcome unknown =
        somebody.run("connect", hub.address(), "--token-file", file.toString());
    assertTrue(unknown.code() != 0 && unknown.err().contains("does not know you"), unknown.err());
    for (String address : new String[] {"http://hub.example.org", "http://127.0.0.1.example.org"}) {
      HarkRun.Outcome clear = somebody.run("connect", address, "--token-file", file.toString());
      assertEquals(2, clear.code());
      assertTrue(clear.err().contains("https://"), clear.err());
    }
    Files.writeString(file, "two words\n");
    assertEquals(2, somebody.run("connect", hub.address(), "--token-file", file.toString()).code());
    assertTrue(
        somebody
            .run("connect", hub.address(), "--token-file", home.resolve("none").toString())
            .err()
            .contains("cannot be read"));
  }

  @Test
  @Requirement("ID-51")
  void aTokenIsReplacedAndOthersAreRevoked() {
    HarkRun worker = hark("fourth");
    ok(worker.run("earnings"));
    String before = json(worker.run("token", "list", "--json")).at("/tokens/0/id").asText();
    String rotated = ok(worker.run("token", "rotate", "--overlap", "0"));
    assertTrue(rotated.contains("a new token"), rotated);
    JsonNode tokens = json(worker.run("token", "list", "--json")).get("tokens");
    assertEquals(1, tokens.size());
    assertFalse(tokens.get(0).get("id").asText().equals(before));

    String other =
        json(worker.run("token", "make", "--json", "--scope", "worker:read", "--days", "2"))
            .get("id")
            .asText();
    assertEquals(
        "Token " + other + " is worthless now.\n", ok(worker.run("token", "revoke", other)));
    ok(worker.run("token", "make"));
    ok(worker.run("token", "revoke", "--others"));
    assertEquals(1, json(worker.run("token", "list", "--json")).get("tokens").size());
    assertEquals(2, worker.run("token", "revoke").code());
    assertEquals(2, worker.run("token", "list", "--as", "moderator").code());
  }

  @Test
  @Requirement("ID-52")
  void anOperatorMakesAndClosesAccountsAndHearsWhoDidWhat() {
    JsonNode made = json(operator().run("hub", "account", "make", "moderator", "Mo", "--json"));
    String id = made.get("id").asText();
    HarkRun moderator = new HarkRun(home.resolve("fifth")).typing(made.get("token").asText());
    ok(moderator.run("connect", hub.address(), "--token-file", "-"));
    String listed = ok(operator().run("hub", "account", "list", "--role", "moderator"));
    assertTrue(listed.contains(id + ": a moderator, called Mo, since "), listed);

    String tokens = ok(operator().run("hub", "token", "list", id));
    assertTrue(tokens.startsWith("Token "), tokens);
    String given = ok(operator().run("hub", "token", "make", id));
    assertEquals(2, given.lines().count());
    ok(operator().run("hub", "token", "revoke", id));
    assertTrue(
        moderator.run("token", "list", "--as", "moderator").err().contains("does not know you"));

    assertEquals(
        "Account " + id + " is closed. What it did stays.\n",
        ok(operator().run("hub", "account", "close", id)));
    String told = ok(operator().run("hub", "audit", "--subject", id));
    assertTrue(told.lines().findFirst().orElseThrow().endsWith("closed the account " + id + "."));
    String dutch = ok(operator().run("hub", "audit", "--subject", id, "--lang", "nl"));
    assertTrue(dutch.contains(" sloot het account " + id + "."), dutch);
    JsonNode entries =
        json(operator().run("hub", "audit", "--deed", "token-revoked", "--json")).get("entries");
    assertTrue(entries.size() >= 2 && entries.get(0).has("actor"), entries::toString);

    assertEquals(2, operator().run("hub", "account", "make", "king").code());
    assertEquals(2, hark("sixth").run("hub", "audit").code());
  }
}
