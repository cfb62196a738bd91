package dev.hark.hub.ledger;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.PayoutBatchJson;
import dev.hark.wire.PayoutJson;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Settlement files: which payouts the operator's bank is to make. A payout stands in one file at
 * most. Safe for use by several threads and hubs.
 */
public final class Settlements {
  /** Most payouts of one file. */
  public static final int BATCH_LIMIT = 10_000;

  private final Store store;
  private final Clock clock;

  public Settlements(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Puts what workers asked for into a new file, the oldest first.
   *
   * @param key the same key again gives the same file
   * @throws Fault.Refused with {@link Refusal#PAYOUT_NONE} where nobody waits
   */
  public PayoutBatchJson make(String key) {
    return store.write(
        handle -> {
          Store.lock(handle, "payouts");
          Optional<String> known =
              handle
                  .createQuery("select id from payout_batch where batch_key = :key")
                  .bind("key", key)
                  .mapTo(String.class)
                  .findOne();
          return batch(handle, known.orElseGet(() -> fill(handle, key)));
        });
  }

  private String fill(Handle handle, String key) {
    String id = Ids.next();
    handle.execute(
        "insert into payout_batch (id, batch_key, made) values (?, ?, ?)", id, key, clock.millis());
    int sent =
        handle.execute(
            "update payout set state = 'SENT', batch_id = ? where state = 'REQUESTED' and id in"
                + " (select id from payout where state = 'REQUESTED' order by asked, id limit ?)",
            id,
            BATCH_LIMIT);
    if (sent == 0) {
      throw new Fault.Refused(Refusal.PAYOUT_NONE);
    }
    return id;
  }

  private static PayoutBatchJson batch(Handle handle, String id) {
    long made =
        handle
            .createQuery("select made from payout_batch where id = :id")
            .bind("id", id)
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
    List<PayoutJson> payouts = payouts(handle, id);
    Map<String, Long> totals = new TreeMap<>();
    payouts.forEach(
        one -> totals.merge(one.amount().currency(), one.amount().minor(), Math::addExact));
    return new PayoutBatchJson(
        id,
        Instant.ofEpochMilli(made),
        payouts.size(),
        totals.entrySet().stream()
            .map(total -> new MoneyJson(total.getValue(), total.getKey()))
            .toList());
  }

  private static List<PayoutJson> payouts(Handle handle, String id) {
    return handle
        .createQuery("select * from payout where batch_id = :id order by id")
        .bind("id", id)
        .map((row, context) -> Payouts.of(row))
        .list();
  }

  /**
   * A file's lines: {@code id,worker,amount,currency,reference}, a head first, amounts in major
   * units with a point, lines ended by CR LF.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public String csv(String id) {
    return store.read(
        handle -> {
          PayoutBatchJson batch = batch(handle, id);
          StringBuilder lines = new StringBuilder("id,worker,amount,currency,reference\r\n");
          for (PayoutJson one : payouts(handle, id)) {
            BigDecimal amount = one.amount().toMoney().amount();
            lines.append(
                String.join(
                    ",",
                    cell(one.id()),
                    cell(one.worker()),
                    amount.toPlainString(),
                    cell(one.amount().currency()),
                    cell("hark " + batch.id() + " " + one.id())));
            lines.append("\r\n");
          }
          return lines.toString();
        });
  }

  /** A cell that no spreadsheet takes for a formula. */
  static String cell(String text) {
    String plain =
        !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
