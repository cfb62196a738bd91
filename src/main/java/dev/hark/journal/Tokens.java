package dev.hark.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * This user's accounts on hubs, in one file that only the user can read. Safe for use by several
 * threads and processes.
 */
public final class Tokens {
  private final Path file;

  /**
   * @param folders {@code tokens.json} lies in the data folder
   */
  public Tokens(UserFolders folders) {
    this.file = folders.data().resolve("tokens.json");
  }

  /**
   * The account on a market.
   *
   * @param market what the market is known by on this machine, such as its address
   * @throws Fault.BadFile where the file is damaged; it is left as it is
   */
  public Optional<Account> find(String market, Role role) {
    JsonNode account = read().path(market).path(role.member());
    String token = account.path("token").asText("");
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(new Account(account.path("id").asText(""), token));
  }

  /**
   * Keeps an account; one that was kept for the same market and role is replaced.
   *
   * @throws Fault.BadFile where the file is damaged; it is left as it is
   * @throws Fault.Storage where it cannot be written; it is left as it is
   */
  public void keep(String market, Role role, Account account) {
    try {
      Turn.take(file.resolveSibling("tokens.lock"), () -> add(market, role, account));
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("journal.tokens-unwritten", file.toString()), e);
    }
  }

  private boolean add(String market, Role role, Account account) throws IOException {
    ObjectNode all = read();
    all.withObjectProperty(market)
        .putObject(role.member())
        .put("id", account.id())
        .put("token", account.token());
    OwnerOnly.replace(file, Json.MAPPER.writeValueAsBytes(all));
    return true;
  }

  private ObjectNode read() {
    try {
      if (Files.notExists(file)) {
        return Json.MAPPER.createObjectNode();
      }
      if (Json.MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode all) {
        return all;
      }
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("journal.tokens-damaged", file.toString()), e);
    }
    throw new Fault.BadFile(Sentence.of("journal.tokens-damaged", file.toString()), null);
  }

  /** As what one is known to a market. */
  public enum Role {
    WORKER,
    REQUESTER,
    MODERATOR,
    OPERATOR;

    /** The role that a hub calls so; empty where it is none that is known here. */
    public static Optional<Role> named(String name) {
      for (Role role : values()) {
        if (role.name().equals(name)) {
          return Optional.of(role);
        }
      }
      return Optional.empty();
    }

    private String member() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An account on a market.
   *
   * @param id the market's id for it
   * @param token what proves it; never shown
   */
  public record Account(String id, String token) {
    @Override
    public String toString() {
      return "Account[id=" + id + "]";
    }
  }
}
