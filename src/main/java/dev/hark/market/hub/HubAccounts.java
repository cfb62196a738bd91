package dev.hark.market.hub;

import dev.hark.fault.Sentence;
import dev.hark.market.Marketplace;
import dev.hark.wire.HealthJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.RegistrationJson;
import java.util.function.Consumer;

/** Getting to know a hub before there is a token. Throws what {@link Marketplace} throws. */
public final class HubAccounts implements AutoCloseable {
  private final HubCalls calls;
  private final Decoder decoder;

  public HubAccounts(String address) {
    this.calls = new HubCalls(address, null, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub asks for it. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  public Marketplace.About about() {
    return about(calls, decoder);
  }

  /**
   * Makes a worker's account.
   *
   * @param name what reviews show; a requester never sees it
   */
  public Account registerWorker(String name) {
    return register("WORKER", name);
  }

  /**
   * Makes a requester's account.
   *
   * @param name what workers see
   */
  public Account registerRequester(String name) {
    return register("REQUESTER", name);
  }

  @Override
  public void close() {
    calls.close();
  }

  static Marketplace.About about(HubCalls calls, Decoder decoder) {
    return decoder.one(
        calls.get(calls.address("health").build()),
        HealthJson.class,
        health -> {
          String name = PlainText.line(health.market(), 100);
          if (!"ok".equals(health.status()) || name.isEmpty()) {
            throw new Nonsense("not a hub's health");
          }
          return new Marketplace.About(name, health.demo());
        });
  }

  private Account register(String role, String name) {
    return decoder.one(
        calls.post(calls.address("accounts").build(), new NewAccountJson(role, name), null, false),
        RegistrationJson.class,
        json -> new Account(Nonsense.id(json.id(), "account"), Nonsense.id(json.token(), "token")));
  }

  /**
   * A new account.
   *
   * @param id stable id
   * @param token shown this once: keep it where only its owner can read it
   */
  public record Account(String id, String token) {}
}
