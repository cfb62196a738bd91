package dev.hark.cli.command;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.pay.Pace;
import dev.hark.task.TaskKind;
import dev.hark.wire.WorkforceJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long pieces of a recording take, and who is there to do them.
 *
 * @param pace of the requester's own groups where there is one, else of the hub
 * @param own whether it is the requester's own
 * @param workforce who does such work at the hub; empty where it does not tell
 */
record PieceTimes(Pace pace, boolean own, Optional<WorkforceJson> workforce) {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** By what a hub knows. A token that may only post gets the estimate. */
  static PieceTimes of(RequesterDesk desk, String language) {
    Optional<Pace> own = paces(desk);
    Optional<WorkforceJson> workforce = workforce(desk, language);
    return new PieceTimes(
        own.orElseGet(
            () ->
                workforce
                    .map(some -> new Pace(some.slowFactor(), some.timedWorkers()))
                    .orElse(Pace.USUAL)),
        own.isPresent(),
        workforce);
  }

  private static Optional<Pace> paces(RequesterDesk desk) {
    try {
      return Pace.together(desk.paces(TaskKind.TRANSCRIBE));
    } catch (Fault.Refused _) {
      return Optional.empty();
    }
  }

  private static Optional<WorkforceJson> workforce(RequesterDesk desk, String language) {
    try {
      return Optional.of(desk.workforce(language));
    } catch (Fault.Refused _) {
      return Optional.empty();
    }
  }

  /** Where the time of a piece comes from. */
  Sentence source() {
    return pace.workers() == 0
        ? Sentence.of("recording.estimated", pace.factor())
        : Sentence.of(
            own ? "recording.recorded" : "recording.recorded-hub", pace.factor(), pace.workers());
  }

  /**
   * When all may be in, by the work of the last days.
   *
   * @param work all that is to be done
   * @param most different people who are to answer one piece
   */
  List<Sentence> calendar(Duration work, int most, Locale language) {
    List<Sentence> lines = new ArrayList<>();
    Optional<WorkforceJson> active = workforce.filter(some -> some.activeWorkers() > 0);
    Optional<Duration> time = expected(work);
    if (active.isEmpty() || time.isEmpty()) {
      lines.add(Sentence.of("recording.when-unknown", language));
      return lines;
    }
    lines.add(
        Sentence.of(
            "recording.when",
            active.get().activeWorkers(),
            language,
            Duration.ofSeconds(active.get().workSecondsPerDay()),
            time.get()));
    if (active.get().activeWorkers() < most) {
      lines.add(Sentence.of("recording.too-few", most, active.get().activeWorkers()));
    }
    return lines;
  }

  private Optional<Duration> expected(Duration work) {
    return workforce
        .filter(some -> some.activeWorkers() > 0 && some.workSecondsPerDay() > 0)
        .map(
            some ->
                Duration.ofSeconds(
                    (long) Math.ceil((double) work.toSeconds() * DAY / some.workSecondsPerDay())));
  }

  Map<String, Object> json(Duration work) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workPerSecondOfSound", pace.factor());
    workforce.ifPresent(some -> json.put("activeWorkers", some.activeWorkers()));
    workforce.ifPresent(some -> json.put("workforceSecondsPerDay", some.workSecondsPerDay()));
    expected(work).ifPresent(time -> json.put("expectedSeconds", time.toSeconds()));
    return json;
  }
}
