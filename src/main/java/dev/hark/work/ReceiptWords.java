package dev.hark.work;

import dev.hark.fault.Theirs;
import dev.hark.market.Receipt;
import dev.hark.task.Assignment;

/** Says what became of an answer that was handed in. */
final class ReceiptWords {
  private ReceiptWords() {}

  static void say(Receipt receipt, String name, Announcer announcer) {
    Theirs requester = new Theirs(name);
    if (receipt.state() == Assignment.State.APPROVED) {
      announcer.answer("session.sent-paid", receipt.reward(), requester);
    } else if (receipt.timeToPay().isPresent()) {
      announcer.answer(
          "session.sent-pending", receipt.reward(), requester, receipt.timeToPay().get());
    } else {
      announcer.answer("session.sent", receipt.reward(), requester);
    }
  }
}
