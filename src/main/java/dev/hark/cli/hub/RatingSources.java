package dev.hark.cli.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.journal.UserFolders;
import dev.hark.market.Ratings;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubReviews;
import dev.hark.market.source.AskedRatings;
import dev.hark.market.source.FoundSource;
import dev.hark.market.source.NoAnswer;
import dev.hark.market.source.ReviewSource;
import dev.hark.market.source.TurkerView;
import dev.hark.market.source.Turkopticon;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ratings from where the user wants them to come from. */
public final class RatingSources {
  /** Longest time for one call. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NOBODY = "A000000000000";

  private RatingSources() {}

  /**
   * Asks nothing yet.
   *
   * @param address of the source
   * @param kind hub, turkopticon or turkerview; empty to find out from its answer
   * @throws Fault.Usage where the address is none
   */
  public static Ratings open(UserFolders folders, String address, Optional<String> kind) {
    return new AskedRatings(source(folders, address, kind.orElse("")), Clock.systemUTC());
  }

  /**
   * Asks such a source once, for somebody whom it does not know.
   *
   * @throws Fault.HubDown where it does not answer with ratings; says what to do
   */
  public static void examine(UserFolders folders, String address, Optional<String> kind) {
    try (ReviewSource source = source(folders, address, kind.orElse(""))) {
      var _ = source.ask(List.of(NOBODY));
    } catch (NoAnswer none) {
      throw new Fault.HubDown(
          none.isStranger()
              ? Sentence.of("ratings.stranger", address)
              : none.asksToWait().isPositive()
                  ? Sentence.of("ratings.asked-to-wait", address, none.asksToWait())
                  : Sentence.of("ratings.down", address),
          none);
    }
  }

  private static ReviewSource source(UserFolders folders, String address, String kind) {
    Clock clock = Clock.systemUTC();
    return switch (kind) {
      case "hub" -> hub(folders, address);
      case "turkopticon" -> new Turkopticon(address, PATIENCE, clock);
      case "turkerview" -> new TurkerView(address, PATIENCE, clock);
      default ->
          new FoundSource(
              List.of(
                  hub(folders, address),
                  new Turkopticon(address, PATIENCE, clock),
                  new TurkerView(address, PATIENCE, clock)));
    };
  }

  private static ReviewSource hub(UserFolders folders, String address) {
    return new HubReviews(address, PATIENCE, () -> token(folders, address));
  }

  /** The user's own account there; one is made where there is none. */
  private static String token(UserFolders folders, String address) {
    String known = address.endsWith("/") ? address : address + "/";
    Tokens tokens = new Tokens(folders.made());
    return tokens
        .find(known, Tokens.Role.WORKER)
        .orElseGet(
            () -> {
              try (HubAccounts accounts = new HubAccounts(address)) {
                HubAccounts.Account made = accounts.registerWorker("");
                Tokens.Account account = new Tokens.Account(made.id(), made.token());
                tokens.keep(known, Tokens.Role.WORKER, account);
                return account;
              }
            })
        .token();
  }
}
