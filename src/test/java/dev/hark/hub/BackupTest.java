package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.hub.store.Database;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.MediumJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub on SQLite is copied while people work on it, and goes on from the copy. */
@Requirement("OPER-10")
class BackupTest {
  private static final byte[] SOUND = "not really a sound".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  private Path at(String name) {
    return folder.resolve(name);
  }

  private HubBackup.Copied backUp() {
    return HubBackup.make(Database.in(at("hub")), at("hub/media"), at("copy"));
  }

  private HubBackup.Copied restore() {
    return HubBackup.restore(at("copy"), at("again/hub.db"), at("again/media"));
  }

  @Test
  void whatWasAcknowledgedBeforeABackupUnderLoadIsThereAfterARestore() throws Exception {
    String medium;
    Set<String> before;
    try (TestHub hub = new TestHub(at("hub"))) {
      Caller requester = hub.requester();
      medium = requester.upload("/media", "audio/ogg", SOUND).as(MediumJson.class).id();
      String group = hub.publish(requester, TestHub.group(400, true, null));
      CountDownLatch warm = new CountDownLatch(40);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> load = threads.submit(() -> work(hub, group, warm));
        assertTrue(warm.await(60, TimeUnit.SECONDS));
        before = new TreeSet<>(answered);
        HubBackup.Copied copied = backUp();
        assertEquals(1, copied.media());
        load.get(60, TimeUnit.SECONDS);
      }
    }
    restore();
    try (TestHub hub = new TestHub(at("again"))) {
      Tables tables = new Tables(hub.hub.services().store());
      Set<String> kept = tables.answers().keySet();
      assertTrue(kept.containsAll(before), "each answer from before the backup");
      assertTrue(answered.containsAll(kept), "and none that nobody gave");
      assertTrue(before.size() >= 40 && kept.size() < 400);
      tables.assertAnswersFitSlots();
      tables.assertMoneyAgrees();
      assertArrayEquals(SOUND, hub.worker().get("/media/" + medium).body());
    }
  }

  private void work(TestHub hub, String group, CountDownLatch warm) {
    Caller worker = hub.worker();
    for (int i = 0; i < 200; i++) {
      AssignmentJson task = hub.accept(worker, group, "k" + i);
      hub.submit(worker, task.id(), TestHub.WORDS);
      answered.add(task.id());
      warm.countDown();
    }
  }

  @Test
  void aBackupThatIsNotWholeIsRefusedAndNothingIsDone() throws IOException {
    try (TestHub hub = new TestHub(at("hub"))) {
      hub.requester().upload("/media", "audio/ogg", SOUND);
      backUp();
    }
    Path sums = at("copy/SHA256SUMS");
    String line =
        Files.readAllLines(sums).stream()
            .filter(one -> one.contains("media/"))
            .findAny()
            .orElseThrow();
    Path sound = at("copy").resolve(line.substring(66));
    Files.writeString(sound, "something else");
    assertThrows(Fault.BadFile.class, this::restore);
    Files.write(sound, SOUND);
    Files.write(at("copy/hub.db"), new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    assertThrows(Fault.BadFile.class, this::restore);
    Files.writeString(sums, line.substring(0, 66) + "../hub/hub.db\n");
    assertThrows(Fault.BadFile.class, this::restore);
    Files.delete(sums);
    assertThrows(Fault.BadFile.class, this::restore);
    assertTrue(Files.notExists(at("again/hub.db")));
  }

  @Test
  void nothingIsEverWrittenOver() {
    try (TestHub hub = new TestHub(at("hub"))) {
      assertEquals(200, hub.anybody().get("/health").status());
      backUp();
      assertThrows(Fault.Usage.class, this::backUp);
      assertThrows(
          Fault.Usage.class,
          () -> HubBackup.restore(at("copy"), at("hub/hub.db"), at("hub/media")));
    }
  }

  @Test
  void aPostgresDatabaseIsLeftToItsOwnTools() {
    Database postgres = Database.parse("jdbc:postgresql://h/hub?password=secret");
    assertThrows(Fault.Usage.class, () -> HubBackup.make(postgres, at("media"), at("copy")));
  }
}
