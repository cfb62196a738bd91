package dev.hark.work;

import dev.hark.market.Earnings;
import dev.hark.task.Money;

/** Says what was earned, a sentence a currency. */
final class EarningsWords {
  private static final long MEANINGFUL_SECONDS = 60;

  private EarningsWords() {}

  static void say(Earnings earnings, Announcer announcer) {
    if (earnings.lines().isEmpty()) {
      announcer.answer("session.earned-nothing");
    }
    for (Earnings.Line line : earnings.lines()) {
      announcer.answer(
          line.pending().minor() == 0 ? "session.earned-settled" : "session.earned",
          line.today(),
          line.week(),
          line.pending());
      long seconds = line.todayWork().toSeconds();
      if (seconds >= MEANINGFUL_SECONDS) {
        announcer.answer("session.earned-hourly", perHour(line, seconds), line.todayTasks());
      }
    }
  }

  private static Money perHour(Earnings.Line line, long seconds) {
    return new Money(line.today().minor() * 3600 / seconds, line.today().currency());
  }
}
