package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.pay.FloorKind;
import dev.hark.pay.PayFloor;
import dev.hark.pay.Rates;
import dev.hark.pay.Yardstick;
import dev.hark.wire.MoneyJson;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark floor [PLACE]}: what pay is held against, since when, for whom, and its source. */
@Command(name = "floor", description = "pay.command.floor")
public final class FloorCommand extends HarkCommand {
  @Parameters(arity = "0..1", paramLabel = "PLACE", description = "pay.place")
  private @Nullable String place;

  @Option(names = "--all", description = "pay.all")
  private boolean all;

  @Override
  protected ExitCode run(Context context) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    List<Sentence> lines = new ArrayList<>();
    Map<String, Object> json = new LinkedHashMap<>();
    List<PayFloor> told = new ArrayList<>();
    if (all) {
      told.addAll(Choosing.floors(context).all(today));
      told.forEach(floor -> lines.add(line(floor)));
    } else if (place != null) {
      told.addAll(of(context, place, today));
      told.forEach(floor -> lines.addAll(full(floor, today)));
    } else {
      Yardstick own = Choosing.pay(context, today);
      lines.addAll(own(own));
      own.perHour().ifPresent(perHour -> json.put("floor", MoneyJson.of(perHour)));
      own.from().ifPresent(told::add);
    }
    Rates rates = Choosing.rates(context);
    lines.add(
        rates.isOld(today)
            ? Sentence.of("pay.rates-old", rates.day(), Rates.FRESH_DAYS)
            : Sentence.of("pay.rates-of", rates.day()));
    json.put("floors", told.stream().map(floor -> json(floor, today)).toList());
    json.put("rates", rates.day());
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private static List<PayFloor> of(Context context, String place, LocalDate today) {
    List<PayFloor> known =
        Arrays.stream(FloorKind.values())
            .map(kind -> Choosing.floors(context).at(place, kind, today))
            .flatMap(Optional::stream)
            .toList();
    if (known.isEmpty()) {
      throw new Fault.Usage(Sentence.of("pay.no-floor", place));
    }
    return known;
  }

  private static List<Sentence> own(Yardstick own) {
    if (own.perHour().isEmpty()) {
      return List.of(Sentence.of("pay.none"));
    }
    List<Sentence> lines = new ArrayList<>();
    lines.add(Sentence.of("pay.floor", own.perHour().get()));
    own.from()
        .ifPresentOrElse(
            floor -> {
              lines.add(
                  Sentence.of(
                      "pay.floor-from", floor.kind().words(), floor.placeName(), floor.whom()));
              lines.add(Sentence.of("pay.source", floor.from(), floor.source()));
            },
            () -> lines.add(Sentence.of("pay.own")));
    lines.addAll(own.doubts(Set.of()));
    return lines;
  }

  private static Sentence line(PayFloor floor) {
    return Sentence.of(
        "pay.line", floor.placeName(), floor.kind().words(), floor.perHour(), floor.whom());
  }

  private static List<Sentence> full(PayFloor floor, LocalDate today) {
    return Stream.of(
            Optional.of(line(floor)),
            Optional.of(Sentence.of("pay.source", floor.from(), floor.source())),
            floor.until().map(until -> known(floor, until, today)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Sentence known(PayFloor floor, LocalDate until, LocalDate today) {
    return floor.isOld(today)
        ? Sentence.of("pay.floor-old", floor.kind().words(), floor.placeName(), until)
        : Sentence.of("pay.known-until", until);
  }

  private static Map<String, Object> json(PayFloor floor, LocalDate today) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("place", floor.placeName());
    json.put("kind", floor.kind().id());
    json.put("perHour", MoneyJson.of(floor.perHour()));
    json.put("from", floor.from());
    floor.until().ifPresent(until -> json.put("until", until));
    json.put("old", floor.isOld(today));
    json.put("whom", floor.whom());
    json.put("source", floor.source());
    return json;
  }
}
