package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.journal.Outbox;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands answers in through the outbox; a slow marketplace is not waited for. */
final class Sending {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Session session;
  private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();

  Sending(Session session) {
    this.session = session;
  }

  /** Sends in the background what waited from before. */
  void flush() {
    underWay.add(Patience.begin(() -> session.desk().outbox().flush()));
  }

  /**
   * Submits, and says how it went. Once this returns, the answer is in the journal or a fault was
   * thrown.
   *
   * @param then told the result, where it came in time
   */
  void submit(Assignment assignment, Answer answer, Consumer<Outbox.Result> then) {
    session.desk().journal().enqueue(assignment, answer);
    CompletableFuture<Outbox.Result> result =
        Patience.begin(() -> session.desk().outbox().submit(assignment, answer));
    if (!Patience.within(result, Duration.ofSeconds(1))) {
      session.say().waits(Sentence.of("session.sending"));
    }
    if (Patience.within(result, PATIENCE)) {
      try {
        then.accept(result.join());
      } catch (CompletionException e) {
        throw Patience.unwrapped(e);
      }
      return;
    }
    underWay.add(result.whenComplete((late, failure) -> late(assignment, late, failure)));
    then.accept(new Outbox.Result.Kept());
  }

  private void late(
      Assignment assignment, Outbox.@Nullable Result result, @Nullable Throwable failure) {
    if (result != null) {
      settled(new Theirs(assignment.group().title(), assignment.group().language()), result);
    } else if (failure instanceof CompletionException e && e.getCause() instanceof Fault fault) {
      session.say().alert(fault.sentence());
    }
  }

  /** Says how an answer fared that was not waited for. */
  void settled(Theirs title, Outbox.Result result) {
    switch (result) {
      case Outbox.Result.Sent _ -> session.say().news(Sentence.of("session.late-sent", title));
      case Outbox.Result.Refused(Fault.Refused fault) ->
          session.say().alert(Sentence.of("session.late-refused", title, fault.sentence()));
      case Outbox.Result.Kept _ -> {
        // Said when it was kept; the outbox goes on trying.
      }
    }
  }

  /** Waits for what is under way, at most that long in all. */
  void awaitAll(Duration most) {
    CompletableFuture<?> all = CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new));
    if (Patience.within(all, most)) {
      underWay.clear();
    }
  }
}
