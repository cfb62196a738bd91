package dev.hark.hub.ledger;

import dev.hark.hub.store.Store;
import dev.hark.wire.LedgerCheckJson;
import dev.hark.wire.LedgerCheckJson.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Holds the whole ledger against its rules, and against the work that it pays for. Reads every
 * entry, in one state of the database; writers need not wait. docs/ledger.md has the rules in
 * words. Safe for use by several threads.
 */
public final class LedgerCheck {
  private static final int MOST = 100;

  private record Rule(String name, String faults) {}

  /** Each finds its faults as subject, currency, expected and found. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "transfer-unbalanced",
              """
              select t.transfer_key as subject, min(e.currency) as currency, 0 as expected,
                coalesce(sum(e.minor), 0) as found
              from transfer t left join entry e on e.transfer_key = t.transfer_key
              group by t.transfer_key
              having count(e.book) <> 2 or sum(e.minor) <> 0
                or count(distinct e.currency) <> 1 or count(distinct e.kind) <> 1
              """),
          new Rule(
              "currency-unbalanced",
              """
              select 'all' as subject, currency, 0 as expected, sum(minor) as found
              from entry group by currency having sum(minor) <> 0
              """),
          new Rule(
              "book-below-zero",
              """
              select book as subject, currency, 0 as expected, sum(minor) as found
              from entry where book <> 'world' group by book, currency having sum(minor) < 0
              """),
          new Rule(
              "reward-wrong",
              """
              select a.id as subject, g.currency, g.reward_minor as expected,
                coalesce(e.minor, 0) as found
              from assignment a join task_group g on g.id = a.group_id
                left join entry e on e.transfer_key = 'reward:' || a.id
                  and e.book = 'worker:' || a.worker_id and e.currency = g.currency
              where a.state = 'APPROVED' and coalesce(e.minor, 0) <> g.reward_minor
              """),
          new Rule(
              "reward-undue",
              """
              select substr(e.transfer_key, 8) as subject, e.currency, 0 as expected,
                e.minor as found
              from entry e left join assignment a on a.id = substr(e.transfer_key, 8)
              where e.kind = 'REWARD' and e.minor > 0 and coalesce(a.state, '') <> 'APPROVED'
              """),
          new Rule(
              "escrow-differs",
              """
              select 'escrow:' || g.id as subject, g.currency,
                (coalesce(o.wanted, 0) + coalesce(u.waiting, 0)
                  + coalesce(q.gold_budget - q.gold_answered, 0)) * (g.reward_minor + g.fee_minor)
                  as expected,
                coalesce(b.minor, 0) as found
              from task_group g
                left join group_quality q on q.group_id = g.id
                left join (select group_id, count(*) as wanted from slot where done = 0
                  group by group_id) o on o.group_id = g.id
                left join (select group_id, count(*) as waiting from assignment
                  where state = 'SUBMITTED' group by group_id) u on u.group_id = g.id
                left join (select book, currency, sum(minor) as minor from entry
                  where book >= 'escrow:' and book < 'escrow;' group by book, currency) b
                  on b.book = 'escrow:' || g.id and b.currency = g.currency
              where (coalesce(o.wanted, 0) + coalesce(u.waiting, 0)
                  + coalesce(q.gold_budget - q.gold_answered, 0))
                * (g.reward_minor + g.fee_minor) <> coalesce(b.minor, 0)
              """),
          new Rule(
              "escrow-unknown",
              """
              select e.book as subject, e.currency, 0 as expected, sum(e.minor) as found
              from entry e left join task_group g
                on g.id = substr(e.book, 8) and g.currency = e.currency
              where e.book >= 'escrow:' and e.book < 'escrow;' and g.id is null
              group by e.book, e.currency
              """),
          new Rule(
              "job-differs",
              """
              select 'job:' || j.id as subject, g.currency,
                (j.answers - j.wanted) * (g.reward_minor + g.fee_minor)
                  + j.bonuses * j.bonus_minor as expected,
                coalesce(b.minor, 0) as found
              from job j join task_group g on g.id = j.group_id
                left join (select book, currency, sum(minor) as minor from entry
                  where book >= 'job:' and book < 'job;' group by book, currency) b
                  on b.book = 'job:' || j.id and b.currency = g.currency
              where (j.answers - j.wanted) * (g.reward_minor + g.fee_minor)
                + j.bonuses * j.bonus_minor <> coalesce(b.minor, 0)
              """),
          new Rule(
              "job-unknown",
              """
              select e.book as subject, e.currency, 0 as expected, sum(e.minor) as found
              from entry e left join job j on j.id = substr(e.book, 5)
                left join task_group g on g.id = j.group_id and g.currency = e.currency
              where e.book >= 'job:' and e.book < 'job;' and g.id is null
              group by e.book, e.currency
              """),
          new Rule(
              "kept-differs",
              """
              select 'kept:' || r.assignment_id as subject, g.currency,
                case when r.kept_until is null then 0 else g.reward_minor + g.fee_minor end
                  as expected,
                coalesce(b.minor, 0) as found
              from rejection r join assignment a on a.id = r.assignment_id
                join task_group g on g.id = a.group_id
                left join (select book, currency, sum(minor) as minor from entry
                  where book >= 'kept:' and book < 'kept;' group by book, currency) b
                  on b.book = 'kept:' || r.assignment_id and b.currency = g.currency
              where case when r.kept_until is null then 0 else g.reward_minor + g.fee_minor end
                <> coalesce(b.minor, 0)
              """),
          new Rule(
              "kept-unknown",
              """
              select e.book as subject, e.currency, 0 as expected, sum(e.minor) as found
              from entry e left join assignment a on a.id = substr(e.book, 6)
                left join rejection r on r.assignment_id = a.id
                left join task_group g on g.id = a.group_id and g.currency = e.currency
              where e.book >= 'kept:' and e.book < 'kept;'
                and (r.assignment_id is null or g.id is null)
              group by e.book, e.currency
              """),
          new Rule(
              "payout-differs",
              """
              select 'payout:' || p.id as subject, p.currency,
                case when p.state in ('REQUESTED', 'SENT') then p.minor else 0 end as expected,
                coalesce(sum(e.minor), 0) as found
              from payout p left join entry e
                on e.book = 'payout:' || p.id and e.currency = p.currency
              group by p.id, p.currency, p.state, p.minor
              having coalesce(sum(e.minor), 0)
                <> case when p.state in ('REQUESTED', 'SENT') then p.minor else 0 end
              """),
          new Rule(
              "bonus-wrong",
              """
              select b.id as subject, b.currency, b.minor as expected,
                coalesce(e.minor, 0) as found
              from bonus b left join entry e on e.transfer_key = 'bonus:' || b.id
                and e.book = 'worker:' || b.worker_id and e.currency = b.currency
              where coalesce(e.minor, 0) <> b.minor
              """));

  private final Store store;

  public LedgerCheck(Store store) {
    this.store = store;
  }

  /** What does not add up. */
  public LedgerCheckJson check() {
    return store.read(
        handle -> {
          List<Fault> faults = new ArrayList<>();
          RULES.forEach(rule -> faults.addAll(faults(handle, rule)));
          long transfers =
              handle.createQuery("select count(*) from transfer").mapTo(Long.class).one();
          return new LedgerCheckJson(faults.isEmpty(), transfers, faults);
        });
  }

  private static List<Fault> faults(Handle handle, Rule rule) {
    return handle
        .createQuery(rule.faults() + " order by subject limit :most")
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Fault(
                    rule.name(),
                    row.getString("subject"),
                    row.getString("currency"),
                    row.getLong("expected"),
                    row.getLong("found")))
        .list();
  }
}
