package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.market.Marketplace;
import dev.hark.task.SavedDraft;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Requirement("TASK-33")
class KeepingTest {
  private final List<SavedDraft> kept = new CopyOnWriteArrayList<>();

  @Test
  void onlyTheNewestDraftIsBroughtAndAtTheEndAtOnce() {
    Keeping keeping = new Keeping(market(kept::add));
    keeping.soon("a", new SavedDraft(1, "one"));
    keeping.soon("a", new SavedDraft(2, "two"));
    keeping.soon("b", new SavedDraft(3, "three"));
    keeping.forget("b");
    keeping.close();
    keeping.close();
    assertEquals(List.of(new SavedDraft(2, "two")), kept);
  }

  @Test
  void wordsTypedHereAreTheNewestWhateverAnotherClockSays() {
    Keeping keeping =
        new Keeping(
            market(
                draft -> {
                  if (draft.version() <= 70) {
                    throw new Fault.Refused(Refusal.DRAFT_OLDER, "70");
                  }
                  kept.add(draft);
                }));
    keeping.soon("a", new SavedDraft(5, "mine"));
    keeping.close();
    assertEquals(List.of(new SavedDraft(71, "mine")), kept);
  }

  @Test
  void aMarketThatIsAwayHoldsNobodyUp() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(1);
    Keeping keeping =
        new Keeping(
            market(
                draft -> {
                  tried.countDown();
                  throw new Fault.HubDown(Sentence.of("market.hub"), null);
                }));
    long start = System.nanoTime();
    keeping.soon("a", new SavedDraft(1, "one"));
    assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < 1000);
    assertTrue(tried.await(10, TimeUnit.SECONDS), "after the keys rested");
    keeping.close();
  }

  private static Marketplace market(Consumer<SavedDraft> keep) {
    return (Marketplace)
        Proxy.newProxyInstance(
            Marketplace.class.getClassLoader(),
            new Class<?>[] {Marketplace.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("keepDraft")) {
                throw new UnsupportedOperationException(method.getName());
              }
              keep.accept((SavedDraft) arguments[1]);
              return null;
            });
  }
}
