package dev.hark.cli.command;

import dev.hark.market.Worked;
import dev.hark.task.Assignment;
import dev.hark.task.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers and bonuses as comma-separated values (RFC 4180), a line for each; amounts are exact, in
 * whole units of their currency. The sum of the column paid is what was earned.
 */
final class WorkedCsv {
  private static final String HEAD =
      "entry,assignment,group,title,requester,state,accepted,submitted,decided,currency,amount,paid";

  private WorkedCsv() {}

  static String of(List<Worked> worked) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (Worked one : worked) {
      boolean paid = one.state() == Assignment.State.APPROVED;
      lines.add(line("answer", one, one.reward(), paid));
      one.bonuses().forEach(bonus -> lines.add(line("bonus", one, bonus, true)));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(String entry, Worked one, Money amount, boolean paid) {
    return String.join(
        ",",
        entry,
        cell(one.assignmentId()),
        cell(one.groupId()),
        cell(one.title()),
        cell(one.requester().name()),
        one.state().name(),
        one.accepted().toString(),
        one.submitted().toString(),
        one.decided().map(Instant::toString).orElse(""),
        amount.currency().getCurrencyCode(),
        amount.amount().toPlainString(),
        paid ? amount.amount().toPlainString() : "0");
  }

  /** A sheet would run a cell that begins like a formula. */
  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
