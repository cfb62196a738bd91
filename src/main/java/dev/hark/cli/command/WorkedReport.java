package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Worked;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.wire.MoneyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a worker did and what came of it, in all or for one requester.
 *
 * @param context where the work was done
 * @param requester a name or id; empty for all
 */
record WorkedReport(Context context, Optional<String> requester) {

  /** Tells it, and writes it to a file where one is wanted. */
  ExitCode tell(Optional<Path> file) {
    List<Worked> worked = context.market().worked().stream().filter(this::isMeant).toList();
    List<Sentence> lines = new ArrayList<>();
    long approved = count(worked, Assignment.State.APPROVED);
    long rejected = count(worked, Assignment.State.REJECTED);
    lines.add(
        Sentence.of(
            "pay.done", worked.size(), approved, rejected, worked.size() - approved - rejected));
    Map<String, Money> paid = paid(worked);
    Map<String, Money> pending = pending(worked);
    paid.values().forEach(sum -> lines.add(Sentence.of("pay.done-paid", sum)));
    pending.values().forEach(sum -> lines.add(Sentence.of("pay.done-pending", sum)));
    file.ifPresent(
        path -> {
          write(path, WorkedCsv.of(worked));
          lines.add(Sentence.of("pay.written", path.toString()));
        });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("paid", paid.values().stream().map(MoneyJson::of).toList());
    json.put("pending", pending.values().stream().map(MoneyJson::of).toList());
    json.put("answers", worked.stream().map(WorkedReport::json).toList());
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private boolean isMeant(Worked one) {
    return requester.isEmpty()
        || one.requester().id().equals(requester.get())
        || one.requester().name().equalsIgnoreCase(requester.get().strip());
  }

  private static long count(List<Worked> worked, Assignment.State state) {
    return worked.stream().filter(one -> one.state() == state).count();
  }

  private static Map<String, Money> paid(List<Worked> worked) {
    return sums(
        worked.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        one.state() == Assignment.State.APPROVED
                            ? Stream.of(one.reward())
                            : Stream.empty(),
                        one.bonuses().stream())));
  }

  private static Map<String, Money> pending(List<Worked> worked) {
    return sums(
        worked.stream()
            .filter(one -> one.state() == Assignment.State.SUBMITTED)
            .map(Worked::reward));
  }

  private static Map<String, Money> sums(Stream<Money> amounts) {
    Map<String, Money> sums = new LinkedHashMap<>();
    amounts.forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
    return sums;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("pay.unwritable", file.toString()), e);
    }
  }

  private static Map<String, Object> json(Worked one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assignmentId", one.assignmentId());
    json.put("groupId", one.groupId());
    json.put("title", one.title());
    json.put("requester", one.requester().name());
    json.put("requesterId", one.requester().id());
    json.put("reward", MoneyJson.of(one.reward()));
    json.put("state", one.state().name());
    json.put("accepted", one.accepted());
    json.put("submitted", one.submitted());
    one.decided().ifPresent(decided -> json.put("decided", decided));
    json.put("bonuses", one.bonuses().stream().map(MoneyJson::of).toList());
    return json;
  }
}
