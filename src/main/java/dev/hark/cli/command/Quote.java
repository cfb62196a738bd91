package dev.hark.cli.command;

import dev.hark.audio.cut.Span;
import dev.hark.cli.recording.PiecePrice;
import dev.hark.cli.recording.Recording;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import dev.hark.wire.FundsJson;
import dev.hark.wire.MoneyJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What recordings cost, and what that brings those who write them down.
 *
 * @param least answers that each piece gets
 * @param most answers that one piece may get
 * @param repeats how often a worker's next piece is one that they answered before
 * @param gold how often a worker's next piece is one whose text is known; 0 for never
 * @param budget for all recordings together
 * @param wordWorth what a word set right is worth to the requester
 * @param time that a piece takes
 * @param reckoned whether that follows from the times; else the requester said it
 * @param times how long pieces take, and who is there
 * @param language that is spoken
 * @param floor an hour, in the currency of the reward
 */
record Quote(
    List<Recording> recordings,
    PiecePrice price,
    int least,
    int most,
    double repeats,
    double gold,
    Optional<Money> budget,
    Optional<Money> wordWorth,
    Duration time,
    boolean reckoned,
    PieceTimes times,
    Locale language,
    Optional<Money> floor) {
  private static final Duration SHORTEST_ALLOWED = Duration.ofMinutes(10);
  private static final int PATIENCE = 20;

  /** The mean length of a piece. */
  static Duration mean(List<Recording> recordings) {
    Duration all = recordings.stream().map(Recording::toHear).reduce(Duration.ZERO, Duration::plus);
    return all.dividedBy(pieces(recordings));
  }

  private static int pieces(List<Recording> recordings) {
    return recordings.stream().mapToInt(recording -> recording.pieces().size()).sum();
  }

  Duration sound() {
    return mean(recordings);
  }

  /** From accept to submit: so much that nobody has to hurry. */
  Duration allowed() {
    Duration much = time.multipliedBy(PATIENCE);
    return much.compareTo(SHORTEST_ALLOWED) < 0 ? SHORTEST_ALLOWED : much;
  }

  /** Answers that a recording's pieces may get together: all, or its share of the budget. */
  int answers(Recording recording) {
    long all = (long) recording.pieces().size() * most;
    return (int)
        budget
            .map(
                some ->
                    Math.min(
                        all,
                        within(
                            price.answersFor(own(some))
                                * recording.pieces().size()
                                / pieces(recordings))))
            .orElse(all)
            .longValue();
  }

  /** Answers to tasks whose text is known: as many as a hub pays for beside the first round. */
  private long known(List<Recording> some) {
    return some.stream()
        .mapToLong(one -> (long) Math.ceil(one.pieces().size() * least * gold / (1 - gold)))
        .sum();
  }

  /** All that some recordings may cost. */
  private Money all(List<Recording> some) {
    return price.all(paid(some) + known(some));
  }

  /** What a budget leaves for the recordings' own pieces. */
  private Money own(Money all) {
    long known = price.all(known(recordings)).minor();
    return new Money(Math.max(0, all.minor() - known), all.currency());
  }

  /** How many answers, with those to pieces that come twice, are no more than so many. */
  private long within(long all) {
    long answers = (long) Math.floor(all * (1 - repeats));
    return answers + repeated(answers) > all ? answers - 1 : answers;
  }

  /** Answers to pieces that come twice to a worker, beside so many. */
  private long repeated(long answers) {
    return (long) Math.ceil(answers * repeats / (1 - repeats));
  }

  /** Answers of some recordings' pieces, with those to pieces that come twice. */
  private long paid(List<Recording> some) {
    return some.stream().mapToLong(this::answers).map(answers -> answers + repeated(answers)).sum();
  }

  private long answersAtMost() {
    return recordings.stream().mapToLong(this::answers).sum();
  }

  private long answersAtLeast() {
    return (long) pieces(recordings) * least;
  }

  /**
   * @throws Fault.Usage where the budget does not reach for the least number of answers
   */
  void requireBudget() {
    boolean reaches =
        recordings.stream().allMatch(some -> answers(some) >= some.pieces().size() * least);
    if (!reaches) {
      throw new Fault.Usage(
          Sentence.of(
              "recording.budget-small",
              budget.orElseThrow(),
              price.all(needed() + known(recordings)),
              least));
    }
  }

  /** Answers for which the least of every recording is surely paid, whatever its share. */
  private long needed() {
    long least = answersAtLeast();
    return least + recordings.size() + (repeats > 0 ? repeated(least) + recordings.size() : 0);
  }

  List<Sentence> sentences() {
    List<Sentence> lines = new ArrayList<>();
    recordings.forEach(recording -> describe(recording, lines));
    Money reward = price.reward();
    lines.add(
        floor
            .map(some -> Pricing.of(reward, time, some).sentence())
            .orElseGet(() -> Sentence.of("recording.pays", reward, time)));
    if (reckoned) {
      lines.add(times.source());
    }
    long answers = paid(recordings);
    long repeated = answers - answersAtMost();
    lines.add(cost(answers));
    if (repeated > 0) {
      lines.add(Sentence.of("recording.repeated", repeated));
    }
    long known = known(recordings);
    if (known > 0) {
      lines.add(Sentence.of("recording.known", known, price.all(known), all(recordings)));
    }
    if (answersAtLeast() < answersAtMost()) {
      lines.add(Sentence.of("recording.cost-least", answersAtLeast(), price.all(answersAtLeast())));
    }
    wordWorth.ifPresent(worth -> lines.add(worth(worth)));
    Duration heard =
        recordings.stream()
            .map(recording -> recording.facts().length())
            .reduce(Duration.ZERO, Duration::plus);
    lines.add(
        Sentence.of(
            "recording.work", time.multipliedBy(answers), price.perHourOfSound(answers, heard)));
    lines.addAll(times.calendar(time.multipliedBy(answers), most, language));
    return lines;
  }

  /** By the same rule as a hub's. */
  private Sentence worth(Money worth) {
    long words = Math.ceilDiv(100 * price.all(1).minor(), worth.minor());
    return Sentence.of("recording.word-worth", price.all(1), words);
  }

  private Sentence cost(long answers) {
    List<Sentence> parts = new ArrayList<>();
    parts.add(Sentence.of("recording.part-rewards", price.rewards(answers)));
    if (price.bonus() > 0) {
      parts.add(Sentence.of("recording.part-bonuses", price.bonuses(answers)));
    }
    if (price.fee() > 0) {
      parts.add(Sentence.of("recording.part-fees", price.fees(answers)));
    }
    return parts.size() == 1
        ? Sentence.of("recording.cost", answers, price.all(answers))
        : Sentence.of("recording.cost-of", answers, price.all(answers), parts);
  }

  private static void describe(Recording recording, List<Sentence> lines) {
    lines.add(
        Sentence.of(
            "recording.cut",
            recording.name(),
            recording.facts().length(),
            recording.pieces().size(),
            recording.toHear().dividedBy(recording.pieces().size())));
    if (recording.leftOut().compareTo(Duration.ofSeconds(1)) >= 0) {
      lines.add(Sentence.of("recording.left-out", recording.leftOut()));
    }
    if (recording.cutsInSpeech() > 0) {
      lines.add(Sentence.of("recording.cuts-in-speech", recording.cutsInSpeech()));
    }
  }

  /** Whether the requester's money covers it. */
  Sentence covered(FundsJson funds) {
    Money has = balance(funds);
    return missing(recordings, funds)
        .map(missing -> Sentence.of("ledger.uncovered", has, missing))
        .orElseGet(() -> Sentence.of("ledger.covered", has));
  }

  /** What lacks of the requester's money for some of the recordings; empty where nothing. */
  Optional<Money> missing(List<Recording> some, FundsJson funds) {
    long lacking = all(some).minor() - balance(funds).minor();
    return lacking > 0 ? Optional.of(new Money(lacking, price.currency())) : Optional.empty();
  }

  private Money balance(FundsJson funds) {
    String code = price.currency().getCurrencyCode();
    return Money.of(
        funds.currencies().stream()
            .filter(line -> line.balance().currency().equals(code))
            .mapToLong(line -> line.balance().minor())
            .sum(),
        code);
  }

  Map<String, Object> json() {
    long answers = paid(recordings);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("recordings", recordings.stream().map(Quote::json).toList());
    json.put("reward", MoneyJson.of(price.reward()));
    json.put("secondsPerPiece", time.toMillis() / 1000.0);
    floor.ifPresent(
        some ->
            json.put("perHour", MoneyJson.of(Pricing.of(price.reward(), time, some).perHour())));
    json.put("answersAtLeast", answersAtLeast());
    json.put("answersAtMost", answersAtMost());
    json.put("repeatedAtMost", answers - answersAtMost());
    wordWorth.ifPresent(worth -> json.put("wordWorth", MoneyJson.of(worth)));
    json.put("rewards", MoneyJson.of(price.rewards(answers)));
    json.put("bonuses", MoneyJson.of(price.bonuses(answers)));
    json.put("fees", MoneyJson.of(price.fees(answers)));
    json.put("knownAtMost", known(recordings));
    json.put("known", MoneyJson.of(price.all(known(recordings))));
    json.put("total", MoneyJson.of(all(recordings)));
    json.put("workSeconds", time.multipliedBy(answers).toSeconds());
    json.putAll(times.json(time.multipliedBy(answers)));
    return json;
  }

  private static Map<String, Object> json(Recording recording) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", recording.file().toString());
    json.put("form", recording.facts().form().name());
    json.put("rate", recording.facts().rate());
    json.put("channels", recording.facts().channels());
    json.put("milliseconds", recording.facts().length().toMillis());
    json.put("leftOutMilliseconds", recording.leftOut().toMillis());
    json.put("cutsInSpeech", recording.cutsInSpeech());
    json.put("pieces", recording.pieces().stream().map(Quote::json).toList());
    return json;
  }

  private static Map<String, Object> json(Span piece) {
    return Map.of("startMilliseconds", piece.start(), "endMilliseconds", piece.end());
  }
}
