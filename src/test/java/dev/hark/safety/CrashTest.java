package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.hub.Patience;
import dev.hark.hub.Tables;
import dev.hark.hub.store.Database;
import dev.hark.hub.store.Store;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes behind a balancer, and their database, are killed in a loop while people work. */
@Requirement({"OPER-5", "OPER-6"})
class CrashTest {
  /** Of the killing on both databases together; longer: {@code -Dhark.crash.seconds=600}. */
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("hark.crash.seconds", 32));

  private static final int NODES = 3;

  /** At least so many of nodes, and of the server. */
  private static final int KILLS = 3;

  /** Killing goes on, beyond the time too, until more answers have been acknowledged. */
  private static final int LEAST_ANSWERED = 50;

  private static final int ANSWERS_BETWEEN = 2;

  private static final long SEED = 20261123;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final Set<Child> processes = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Node> nodes = new LinkedBlockingQueue<>();
  private final AtomicInteger started = new AtomicInteger();

  private record Node(Child process, URI uri) {}

  private Void start(String url, Balancer balancer) {
    Path data = folder.resolve("node" + started.incrementAndGet());
    Child process = new Child(NodeMain.class, data, folder.resolve("media"), url);
    processes.add(process);
    URI uri = URI.create(process.await(line -> line.startsWith("uri ")).substring(4));
    balancer.add(uri);
    nodes.add(new Node(process, uri));
    return null;
  }

  private void kill(Node node, Balancer balancer) {
    node.process().kill();
    balancer.remove(node.uri());
  }

  @Test
  @Timeout(400)
  void nodesOnSqlite() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("shared.db");
    crash(url, () -> {});
    try (Store store = Store.open(Database.parse(url))) {
      assertEquals(Set.of("ok"), new Tables(store).texts("pragma integrity_check"));
    }
  }

  @Test
  @Timeout(400)
  void nodesAndTheirServerOnPostgres() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(Files.createDirectory(folder.resolve("pg")))) {
      crash(postgres.url(), postgres::killAndStart);
    }
  }

  /**
   * @param killDatabase where the database is a process
   */
  private void crash(String url, Runnable killDatabase) throws Exception {
    try (Balancer balancer = new Balancer();
        ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        List<Future<?>> starts = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
          starts.add(starting.submit(() -> start(url, balancer)));
        }
        starts.getFirst().get();
        try (Load load = new Load(balancer.address())) {
          long end = System.nanoTime() + TIME.dividedBy(2).toNanos();
          int killed = 0;
          int servers = 0;
          while (System.nanoTime() < end
              || servers < KILLS
              || load.answered().size() <= LEAST_ANSWERED) {
            pause();
            awaitAnswers(load);
            Node node = nodes.poll(1, TimeUnit.SECONDS);
            if (node != null) {
              kill(node, balancer);
              killed++;
              starts.add(starting.submit(() -> start(url, balancer)));
            }
            if (node != null && killed % 2 == 1) {
              pause();
              awaitAnswers(load);
              killDatabase.run();
              servers++;
            }
          }
          for (Future<?> one : starts) {
            one.get();
          }
          load.end();
          assertAllIsThere(url, load);
        }
      } finally {
        processes.forEach(Child::kill);
      }
    }
  }

  /** A machine so slow that nothing comes about between two kills would never end. */
  private static void awaitAnswers(Load load) {
    int before = load.answered().size();
    var _ = Patience.until(() -> load.answered().size() >= before + ANSWERS_BETWEEN);
  }

  private void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(200, 1200)));
  }

  private static void assertAllIsThere(String url, Load load) {
    try (Store store = Store.open(Database.parse(url))) {
      Tables tables = new Tables(store);
      tables.assertAnswersFitSlots();
      tables.assertLeasesDoNotOverlap();
      tables.assertMoneyAgrees();
      assertEquals(load.answered(), tables.answers(), "each acknowledged answer, once");
      assertEquals(
          new TreeSet<>(load.accepted()),
          tables.texts("select id from assignment"),
          "each lease that somebody was told of, once");
      Set<String> unpaid = new TreeSet<>(load.approved());
      unpaid.removeAll(tables.texts("select id from assignment where state = 'APPROVED'"));
      assertEquals(Set.of(), unpaid, "each approval that was acknowledged");
    }
  }
}
