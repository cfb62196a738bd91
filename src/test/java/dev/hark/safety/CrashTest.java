package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes behind a balancer, and their database, are killed in a loop while people work. */
@Requirement({"OPER-5", "OPER-6"})
class CrashTest {
  /** Longer: {@code -Dhark.crash.seconds=600}. */
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("hark.crash.seconds", 15));

  /** At least so many, however slow the machine is. */
  private static final int KILLS = 4;

  private static final long SEED = 20261123;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final List<Node> nodes = new ArrayList<>();
  private int started;

  private record Node(Child process, URI uri) {}

  private void start(String url, Balancer balancer) {
    Child process =
        new Child(NodeMain.class, folder.resolve("node" + started++), folder.resolve("media"), url);
    URI uri = URI.create(process.await(line -> line.startsWith("uri ")).substring(4));
    nodes.add(new Node(process, uri));
    balancer.add(uri);
  }

  private void killOne(Balancer balancer) {
    Node node = nodes.removeFirst();
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
    int kills = 0;
    try (Balancer balancer = new Balancer()) {
      start(url, balancer);
      start(url, balancer);
      try (Load load = new Load(balancer.address())) {
        long end = System.nanoTime() + TIME.toNanos();
        while (System.nanoTime() < end || kills < KILLS) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(200, 1200)));
          killOne(balancer);
          if (kills % 3 == 1) {
            killDatabase.run();
          }
          start(url, balancer);
          kills++;
        }
        load.end();
        assertAllIsThere(url, load);
      }
    } finally {
      nodes.forEach(node -> node.process().kill());
    }
  }

  private static void assertAllIsThere(String url, Load load) {
    try (Store store = Store.open(Database.parse(url))) {
      Tables tables = new Tables(store);
      tables.assertAnswersFitSlots();
      tables.assertLeasesDoNotOverlap();
      tables.assertMoneyAgrees();
      assertTrue(load.answered().size() > 50, "answered " + load.answered().size());
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
