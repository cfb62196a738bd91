package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is said while a call to the marketplace takes long. */
final class PatienceTest {
  private static final Sentence WHY = Sentence.of("market.asked-to-wait", "The hub", "2 seconds");

  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final Set<Priority> priorities = ConcurrentHashMap.newKeySet();
  private final Announcer announcer =
      new Announcer(
          heard -> {
            said.add(heard.sentence().key());
            priorities.add(heard.priority());
          });

  @Test
  @Requirement("ID-46")
  void aReasonThatIsToldAtOnceIsNotFollowedByThatItWaits() {
    CountDownLatch reasonTold = new CountDownLatch(1);
    // The call runs until it has told why it waits, before anything else happens here.
    Patience patience =
        new Patience(
            announcer,
            task -> {
              Thread.ofVirtual().start(task);
              await(reasonTold);
            });
    CountDownLatch enough = new CountDownLatch(1);
    assertEquals(
        "earned",
        patience.ask(
            () -> {
              patience.waits(WHY);
              reasonTold.countDown();
              return isLongerThanASecond(enough) ? "earned" : "";
            }));
    assertEquals(List.of("market.asked-to-wait"), List.copyOf(said));
  }

  @Test
  @Requirement({"ID-46", "SAY-39"})
  void aReasonOfTheCallBeforeDoesNotKeepTheNextSilent() {
    Patience patience = new Patience(announcer);
    patience.waits(WHY);
    CountDownLatch enough = new CountDownLatch(1);
    assertEquals("earned", patience.ask(() -> isLongerThanASecond(enough) ? "earned" : ""));
    assertEquals(List.of("market.asked-to-wait", "session.waiting"), List.copyOf(said));
    assertEquals(Set.of(Priority.WAIT), priorities, "heard at once");
  }

  /** Nobody counts it down: it waits a little longer than is waited in silence. */
  private static boolean isLongerThanASecond(CountDownLatch never) {
    try {
      return !never.await(1300, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the call has not told why it waits");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
