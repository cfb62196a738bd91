package dev.hark.hub.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.hub.work.Publishing;
import dev.hark.transcript.CopyEvidence;
import dev.hark.transcript.WorkerPair;
import dev.hark.wire.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Whether accounts give one person's answers, kept as sums over all pieces of all jobs in a
 * language and read for the few who answered one piece.
 *
 * @param sums of pairs whose answers to some other piece hardly differ
 */
record KnownCopies(Map<WorkerPair, Double> sums) {
  private static final TypeReference<List<Stored>> STORED = new TypeReference<>() {};

  /** So many workers of a piece are looked up. */
  private static final int MOST_WORKERS = 100;

  /** Evidence as it is written into the database; short names, since there are many. */
  private record Stored(String a, String b, double e, boolean n) {}

  /** What pieces tell of a pair together. */
  private record Sum(double evidence, int near) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(evidence + other.evidence, near + other.near);
    }

    boolean isSure() {
      return near > 0 && CopyEvidence.isSure(evidence);
    }
  }

  double of(WorkerPair pair) {
    return sums.getOrDefault(pair, 0.0);
  }

  /**
   * What is known of some workers from other pieces than one.
   *
   * @param own what that one has added
   */
  static KnownCopies without(
      Handle handle, String language, List<String> workers, List<CopyEvidence> own) {
    List<String> some = workers.stream().limit(MOST_WORKERS).toList();
    if (some.size() < 2) {
      return new KnownCopies(Map.of());
    }
    Map<WorkerPair, Sum> known = known(handle, language, some);
    sums(own, -1).forEach((pair, sum) -> known.merge(pair, sum, Sum::plus));
    Map<WorkerPair, Double> sums = new HashMap<>();
    known.forEach(
        (pair, sum) -> {
          if (sum.near() > 0) {
            sums.put(pair, sum.evidence());
          }
        });
    return new KnownCopies(sums);
  }

  private static Map<WorkerPair, Sum> known(
      Handle handle, String language, Collection<String> workers) {
    Map<WorkerPair, Sum> known = new HashMap<>();
    handle
        .createQuery(
            "select one, other, evidence, near from worker_copies where language = :language"
                + " and one in (<workers>) and other in (<workers>)")
        .bind("language", language)
        .bindList("workers", List.copyOf(workers))
        .map(
            (row, context) ->
                known.put(
                    new WorkerPair(row.getString("one"), row.getString("other")),
                    new Sum(row.getDouble("evidence"), row.getInt("near"))))
        .list();
    return known;
  }

  static List<CopyEvidence> read(String json) {
    try {
      return Json.MAPPER.readValue(json, STORED).stream()
          .map(one -> new CopyEvidence(new WorkerPair(one.a(), one.b()), one.e(), one.n()))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("evidence that nobody found", e);
    }
  }

  static String json(List<CopyEvidence> copies) {
    return Publishing.json(
        copies.stream()
            .map(
                one -> new Stored(one.pair().one(), one.pair().other(), one.evidence(), one.near()))
            .toList());
  }

  /** Evidence is rounded, so that what is added and taken away again leaves nothing. */
  private static Map<WorkerPair, Sum> sums(List<CopyEvidence> copies, int sign) {
    Map<WorkerPair, Sum> sums = new TreeMap<>();
    copies.forEach(
        one ->
            sums.merge(
                one.pair(),
                new Sum(sign * one.evidence(), sign * (one.near() ? 1 : 0)),
                Sum::plus));
    return sums;
  }

  /**
   * Brings the sums up to date, within the transaction that changes what the piece adds. Where a
   * pair is found now, or cleared, other pieces that both answered are to be merged again.
   */
  static void change(
      Handle handle,
      String taskId,
      String language,
      List<CopyEvidence> before,
      List<CopyEvidence> after) {
    Map<WorkerPair, Sum> changes = sums(before, -1);
    sums(after, 1).forEach((pair, sum) -> changes.merge(pair, sum, Sum::plus));
    changes.values().removeIf(Sum.NONE::equals);
    if (changes.isEmpty()) {
      return;
    }
    add(handle, language, changes);
    Set<String> workers = new TreeSet<>();
    changes
        .keySet()
        .forEach(
            pair -> {
              workers.add(pair.one());
              workers.add(pair.other());
            });
    Map<WorkerPair, Sum> known = known(handle, language, workers);
    changes.forEach(
        (pair, change) -> {
          Sum now = known.getOrDefault(pair, Sum.NONE);
          Sum then = now.plus(new Sum(-change.evidence(), -change.near()));
          if (now.isSure() != then.isSure()) {
            DuePieces.again(handle, taskId, language, pair.one(), Optional.of(pair.other()));
          }
        });
  }

  /** Always in the same order, so that two who change the same rows wait and do not deadlock. */
  private static void add(Handle handle, String language, Map<WorkerPair, Sum> changes) {
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into worker_copies (one, other, language, evidence, near)"
                + " values (?, ?, ?, ?, ?)"
                + " on conflict (one, other, language) do update set"
                + " evidence = worker_copies.evidence + excluded.evidence,"
                + " near = worker_copies.near + excluded.near");
    changes.forEach(
        (pair, change) ->
            rows.add(pair.one(), pair.other(), language, change.evidence(), change.near()));
    rows.execute();
  }
}
