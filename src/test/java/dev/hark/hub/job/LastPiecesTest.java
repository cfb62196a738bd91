package dev.hark.hub.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.hark.Requirement;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import dev.hark.hub.TestDatabase;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On PostgreSQL, where transactions really run side by side. */
class LastPiecesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  @Requirement("AUD-107")
  void twoLastPiecesThatAreDoneAtTheSameMomentEndTheirRecordingOnce() throws Exception {
    onPostgres(
        (services, threads, requester) -> {
          for (int round = 0; round < 3; round++) {
            NewJob wanted = job(services, requester, 1, OptionalInt.empty());
            JobJson job = services.jobs().post(requester, wanted, "job" + round);
            atOnce(services, threads, job, "[no speech]");
            JobProgressJson after =
                services.texts().progress(new Caller(requester, Role.REQUESTER), job.id());
            assertEquals(2, after.done());
            assertTrue(after.job().closed() != null, "somebody saw that both are done");
            assertEquals(0, services.ledger().balance(Book.job(job.id()), "EUR"));
            assertEquals(0, services.ledger().balance(Book.escrow(job.groupId()), "EUR"));
          }
        });
  }

  @Test
  @Requirement("AUD-107")
  void ofTwoPiecesThatWaitAtTheSameMomentOneGetsTheAnswerThatIsLeft() throws Exception {
    onPostgres(
        (services, threads, requester) -> {
          for (int round = 0; round < 3; round++) {
            // Nothing is paid yet, and so only the job keeps the two apart.
            NewJob wanted = job(services, requester, 2, OptionalInt.of(3));
            JobJson job = services.jobs().post(requester, wanted, "job" + round);
            atOnce(services, threads, job, "[unclear]");
            JobProgressJson after =
                services.texts().progress(new Caller(requester, Role.REQUESTER), job.id());
            assertEquals(3, after.job().wanted(), "somebody saw that both wait");
          }
        });
  }

  /** What is done at a hub, by several threads, for a requester with money. */
  private interface Work {
    void on(Services services, ExecutorService threads, String requester) throws Exception;
  }

  private void onPostgres(Work work) throws Exception {
    HubConfig config =
        HubConfig.embedded(data, "Market", true).withDatabase(TestDatabase.POSTGRES.in(data));
    try (Hub hub = Hub.start(config);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Services services = hub.services();
      String requester = services.accounts().register(Role.REQUESTER, "Radio Archive").id();
      services.ledger().deposit(requester, Money.of(1_000, "EUR"), "all");
      work.on(services, threads, requester);
      assertEquals(List.of(), services.ledgerCheck().check().faults());
    }
  }

  /** Both answers are merged while another transaction keeps both pieces, and then lets go. */
  private static void atOnce(Services services, ExecutorService threads, JobJson job, String mark)
      throws Exception {
    List<String> workers = services.accounts().registerPastWorkers(2);
    List<AssignmentJson> held =
        workers.stream()
            .map(worker -> services.leases().accept(worker, job.groupId(), "take"))
            .toList();
    CountDownLatch kept = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<Integer> keeper =
        threads.submit(
            () ->
                services
                    .store()
                    .write(
                        handle -> {
                          held.forEach(one -> Store.lock(handle, "task:" + one.taskId()));
                          kept.countDown();
                          await(go);
                          return 0;
                        }));
    kept.await();
    for (int i = 0; i < 2; i++) {
      // Marks change nothing that is known of workers: nothing else keeps the two apart.
      services.answers().submit(workers.get(i), held.get(i).id(), new Answer.Text(mark), "give");
    }
    PieceMerging merging =
        new PieceMerging(
            services.store(),
            services.clock(),
            new NextAnswers(
                services.clock(),
                services.jobs(),
                new JobBonuses(services.ledger(), services.bonuses()),
                new SharedBudget(services.ledger(), services.clock())),
            services.approvals(),
            LanguageModels.NONE);
    List<DuePieces.Due> due =
        services.store().read(handle -> DuePieces.some(handle, Optional.of(job.id()), 2));
    assertEquals(2, due.size());
    List<Future<Boolean>> merged =
        due.stream().map(one -> threads.submit(() -> merging.merge(one))).toList();
    // These two, and the hub's own thread.
    waiting(services, 3);
    go.countDown();
    keeper.get();
    for (Future<Boolean> one : merged) {
      one.get();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until so many transactions wait for a lock. */
  private static void waiting(Services services, int count) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      int now =
          services
              .store()
              .read(
                  handle ->
                      handle
                          .createQuery(
                              "select count(*) from pg_locks"
                                  + " where locktype = 'advisory' and not granted and database ="
                                  + " (select oid from pg_database where datname ="
                                  + " current_database())")
                          .mapTo(Integer.class)
                          .one());
      if (now >= count) {
        return;
      }
      Thread.onSpinWait();
    }
    fail("nobody waits");
  }

  private static NewJob job(Services services, String requester, int most, OptionalInt answers) {
    List<NewJob.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      byte[] sound = {(byte) i, 1};
      InputStream body = new ByteArrayInputStream(sound);
      String medium =
          services.media().add(requester, "audio/flac", body, OptionalDouble.empty()).id();
      pieces.add(new NewJob.Piece(medium, i * 5_000L, (i + 1) * 5_000L));
    }
    return new NewJob(
        "interview",
        "Transcribe 5 seconds of speech",
        "Write what you hear.",
        Locale.ENGLISH,
        Duration.ofSeconds(10),
        List.of(),
        1,
        most,
        answers,
        Money.of(18, "EUR"),
        6,
        OptionalDouble.empty(),
        OptionalLong.empty(),
        0,
        Duration.ofMinutes(6),
        NewGroup.AUTO_APPROVAL,
        Optional.empty(),
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        pieces);
  }
}
