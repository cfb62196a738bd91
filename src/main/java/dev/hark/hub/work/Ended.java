package dev.hark.hub.work;

import dev.hark.hub.hourly.Earned;
import dev.hark.hub.hourly.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Tells what each piece of work that ends adds to what workers earn an hour. A lease that ran out
 * adds nothing: nobody says whether it was worked on, or for how long.
 */
final class Ended {
  private Ended() {}

  /** Answers of one group have just been decided on, within the transaction that goes on. */
  static void decided(Handle handle, List<Held> answers) {
    Earned.add(
        handle,
        payer(answers.getFirst()),
        answers.stream().map(held -> share(handle, held)).toList());
  }

  /** The row has been locked by the decision: no bonus and no new answer comes in between. */
  private static Share share(Handle handle, Held held) {
    return handle
        .createQuery(
            "select state, bonus_minor, redo_millis from assignment where id = :assignment")
        .bind("assignment", held.id())
        .map(
            (row, context) -> {
              Instant submitted = held.submitted().orElseThrow();
              long bonus = row.getLong("bonus_minor");
              long millis = millis(held.accepted(), submitted) + row.getLong("redo_millis");
              return row.getString("state").equals("APPROVED")
                  ? Share.approved(
                      held.workerId(), submitted, held.reward().minor() + bonus, millis)
                  : Share.rejected(held.workerId(), submitted, bonus, millis);
            })
        .one();
  }

  /** A rejection was turned round. */
  static void overturned(Handle handle, Held held) {
    Earned.add(
        handle,
        payer(held),
        Share.overturned(held.workerId(), held.submitted().orElseThrow(), held.reward().minor()));
  }

  /**
   * A bonus was given, in whatever currency: one that the group does not pay in stands beside what
   * was earned in the time, and is left out.
   */
  static void bonus(Handle handle, Held held, long minor, String currency) {
    if (!held.reward().currency().getCurrencyCode().equals(currency)) {
      return;
    }
    String state =
        handle
            .createQuery(
                "update assignment set bonus_minor = bonus_minor + :more where id = :assignment"
                    + " returning state")
            .bind("more", minor)
            .bind("assignment", held.id())
            .mapTo(String.class)
            .one();
    if (!state.equals("SUBMITTED")) {
      Earned.add(
          handle, payer(held), Share.bonus(held.workerId(), held.submitted().orElseThrow(), minor));
    }
  }

  /** A task was given back; one whose time was over counts as one that ran out. */
  static void returned(Handle handle, Held held, Instant now) {
    if (now.isBefore(held.deadline())) {
      Earned.add(
          handle, payer(held), Share.returned(held.workerId(), now, millis(held.accepted(), now)));
    }
  }

  /**
   * What doing an answer again adds to its time: from the request to the new answer, but no more
   * than it took the first time. Whoever reads the request a day later has not worked all day.
   */
  static long again(Held held, Instant asked, Instant redone) {
    return Math.clamp(
        millis(asked, redone),
        0,
        Math.max(0, millis(held.accepted(), held.submitted().orElseThrow())));
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  static Earned.Payer payer(Held held) {
    return new Earned.Payer(
        held.groupId(), held.requesterId(), held.reward().currency().getCurrencyCode());
  }
}
