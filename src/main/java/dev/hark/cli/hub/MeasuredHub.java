package dev.hark.cli.hub;

import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.demo.LoadMarket;
import dev.hark.hub.gate.LimitsFile;
import dev.hark.hub.store.Database;
import dev.hark.task.Money;
import dev.hark.wire.RatingJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** A hub with a market of a stated size, for benchmarks. Whoever starts it closes it. */
public final class MeasuredHub implements AutoCloseable {
  private final Hub hub;
  private final LoadMarket market;

  private MeasuredHub(Hub hub) {
    this.hub = hub;
    this.market = new LoadMarket(hub.services(), Clock.systemUTC());
  }

  /** A worker's account. */
  public record Worker(String id, String token) {}

  /**
   * Starts one that limits nobody.
   *
   * @param folder its data
   * @param url its database, for JDBC
   * @param tap may stand between it and its database; told which connections are for writing
   */
  public static MeasuredHub start(
      Path folder, String url, BiFunction<DataSource, Boolean, DataSource> tap) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(LimitsFile.NAME),
          """
          requests-per-minute-per-token = 999999999
          requests-per-minute-per-address = 999999999
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HubConfig config =
        HubConfig.embedded(folder, "Market", false).withDatabase(Database.parse(url));
    return new MeasuredHub(Hub.start(config, tap::apply));
  }

  public URI uri() {
    return hub.uri();
  }

  /**
   * Adds open groups.
   *
   * @param tasks in each
   */
  public void add(int groups, int tasks) {
    market.add(groups, tasks);
  }

  /** Adds workers who can sign in. */
  public List<Worker> workers(int count) {
    return market.workers(count).stream().map(one -> new Worker(one.id(), one.token())).toList();
  }

  /** Adds workers who are only there. */
  public void crowd(int count) {
    hub.services().accounts().registerPastWorkers(count);
  }

  /** Gives a requester euros to pay with. */
  public void fund(String requesterId, int euros) {
    Money money = Money.of(euros * 100L, "EUR");
    var _ = hub.services().ledger().deposit(requesterId, money, UUID.randomUUID().toString());
  }

  /** Adds answers that were approved and paid. */
  public void answers(int count) {
    market.answers(count);
  }

  /** A requester and one of those who reviewed them. */
  public record Reviewed(String id, String groupId, String reviewer, int reviews) {}

  /**
   * Adds requesters with so many reviews each, by people whom they paid.
   *
   * @return the requesters, in that order
   */
  public List<Reviewed> reviewed(List<Integer> counts) {
    return market.reviewed(counts).stream().map(MeasuredHub::reviewed).toList();
  }

  /**
   * Copies a requester with all reviews; the reviewers are the same.
   *
   * @return the copies
   */
  public List<Reviewed> copy(Reviewed one, int copies) {
    LoadMarket.Reviewed original =
        new LoadMarket.Reviewed(one.id(), one.groupId(), one.reviewer(), one.reviews());
    return market.copy(original, copies).stream().map(MeasuredHub::reviewed).toList();
  }

  private static Reviewed reviewed(LoadMarket.Reviewed one) {
    return new Reviewed(one.id(), one.groupId(), one.reviewer(), one.reviews());
  }

  /**
   * Asks the commons for a requester's rating, without HTTP.
   *
   * @return how many people stand behind it
   */
  public int reviewers(Reviewed requester) {
    RatingJson rating = hub.services().requesters().requester(requester.id()).rating();
    return rating == null ? 0 : rating.reviewers();
  }

  /**
   * Writes a review anew, without HTTP.
   *
   * @param seed of what it says
   */
  public void review(Reviewed requester, int seed) {
    var _ =
        hub.services()
            .reviews()
            .write(requester.reviewer(), requester.groupId(), LoadMarket.opinion(seed));
  }

  @Override
  public void close() {
    hub.close();
  }
}
