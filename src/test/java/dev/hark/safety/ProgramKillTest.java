package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.Main;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.task.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, driven by lines on its standard input, killed and started again. */
@Requirement("ANS-13")
class ProgramKillTest {
  private static final String WORDS = "the lighthouse keeper rowed out at dawn";

  @TempDir Path folder;
  private Hub hub;
  private Gate gate;
  private Work work;
  private HubFile file;
  private Child hark;

  @BeforeEach
  void open() {
    Path hubFolder = folder.resolve("hub");
    hub = Hub.start(HubConfig.embedded(hubFolder, "Market of the kill tests", true));
    gate = new Gate(hub.uri());
    work = new Work(hub.uri().toString());
    file = new HubFile(hubFolder);
    work.newGroup(null);
    hark = start();
  }

  @AfterEach
  void close() {
    hark.close();
    work.close();
    gate.close();
    hub.close();
  }

  private Child start() {
    Map<String, String> environment =
        Map.of(
            "HOME", folder.resolve("home").toString(),
            "XDG_CONFIG_HOME", "",
            "XDG_DATA_HOME", "",
            "XDG_CACHE_HOME", "");
    return new Child(
        environment,
        Main.class,
        "work",
        "--hub",
        gate.address(),
        "--lang",
        "en",
        "--sees",
        "yes",
        "--filter",
        "none",
        "--no-speak",
        "--lines");
  }

  private void kill(String call, Gate.Moment moment, String line) {
    gate.trap(call, moment, hark::kill);
    hark.send(line);
    gate.awaitKill();
    hark = start();
  }

  private void says(String line, String... answers) {
    hark.send(line);
    for (String answer : answers) {
      hark.await(starts(answer));
    }
  }

  private static Predicate<String> starts(String beginning) {
    return line -> line.startsWith(beginning);
  }

  @Test
  void killedAfterEachStepItGoesOnWhereItWas() {
    hark.await(starts("Transcribe speech."));
    kill("POST /api/v1/task-groups/[^/]+/assignments", Gate.Moment.AFTER, "accept");
    hark.await(starts("You hold a task: Write a sentence down"));
    says("type", "Type;");
    says(WORDS, "7 words");
    hark.kill();
    hark = start();
    hark.await(starts("Your draft is here, 7 words"));
    says("read", WORDS);
    says("submit", "Submit 7 words for 18 cents?");
    kill("POST /api/v1/assignments/[^/]+/answer", Gate.Moment.HALF, "y");
    hark.await(starts("Sent now: Write a sentence down"));
    says("quit", "Goodbye");
    assertTrue(hark.awaitEnd().isEmpty());
    String worker = file.onlyWorker();
    file.assertOneAnswer(worker, new Answer.Text(WORDS));
    work.desk().approve(file.assignmentOf(worker));
    file.assertOneAnswerAndOnePayment(worker, new Answer.Text(WORDS), Work.REWARD);
  }
}
