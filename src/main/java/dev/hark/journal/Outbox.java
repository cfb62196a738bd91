package dev.hark.journal;

import dev.hark.fault.Fault;
import dev.hark.market.Receipt;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;

/**
 * Hands answers in, exactly once, whatever happens in between. Safe for use by several threads and
 * by several processes on one journal.
 */
public interface Outbox {
  /**
   * Puts the answer into the journal and tries at once to send it.
   *
   * @throws Fault.Storage where the journal cannot take it; nothing was sent then
   */
  Result submit(Assignment assignment, Answer answer);

  /**
   * Tries to send all that waits.
   *
   * @return how many still wait
   */
  int flush();

  /** How a submission went. */
  sealed interface Result {
    /** The marketplace has it. */
    record Sent(Receipt receipt) implements Result {}

    /** The marketplace cannot be reached; the answer is kept and will be sent. */
    record Kept() implements Result {}

    /** The marketplace said no for good; the words are kept as a draft. */
    record Refused(Fault.Refused fault) implements Result {}
  }
}
