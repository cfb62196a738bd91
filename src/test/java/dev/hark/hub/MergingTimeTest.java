package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.task.Answer;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What an answer costs the hub that arrives at a piece; docs/transcripts.md has the figures. */
class MergingTimeTest {
  private static final int PIECES = 20;
  private static final int WORKERS = 5;
  private static final String NAME = "hark_piece_merged_seconds";

  @TempDir Path data;

  @Test
  @Requirement("AUD-110")
  void anArrivingAnswerIsMergedInABlink(TestReporter reporter) {
    try (TestHub hub = new TestHub(data)) {
      Services services = hub.hub.services();
      Caller requester = hub.requester();
      JobJson job =
          requester
              .post("/jobs", "job", Recording.job(requester, PIECES, WORKERS, WORKERS, null))
              .as(JobJson.class);
      Random random = new Random(5);
      Map<String, List<String>> said = new HashMap<>();
      for (String worker : services.accounts().registerPastWorkers(WORKERS)) {
        for (int i = 0; i < PIECES; i++) {
          var held = services.leases().accept(worker, job.groupId(), "take" + i);
          List<String> words =
              said.computeIfAbsent(
                  held.taskId(),
                  task -> random.ints(15, 0, 400).mapToObj(word -> "wo" + word + "rd").toList());
          String heard =
              words.stream()
                  .map(word -> random.nextInt(8) == 0 ? "ot" + random.nextInt(99) : word)
                  .collect(Collectors.joining(" "));
          services.answers().submit(worker, held.id(), new Answer.Text(heard), "give");
          requester.get("/jobs/" + job.id() + "/progress").as(JobProgressJson.class);
        }
      }
      Map<String, Double> figures = figures(services.store().metrics().text());
      reporter.publishEntry(NAME, figures.toString());
      double all = figures.getOrDefault("_count", 0.0);
      assertTrue(all >= PIECES * WORKERS / 2.0, figures.toString());
      assertTrue(2 * figures.getOrDefault("_bucket{le=\"0.05\"}", 0.0) > all, figures.toString());
    }
  }

  private static Map<String, Double> figures(String metrics) {
    Map<String, Double> figures = new HashMap<>();
    metrics
        .lines()
        .filter(line -> line.startsWith(NAME))
        .forEach(
            line ->
                figures.put(
                    line.substring(NAME.length(), line.lastIndexOf(' ')),
                    Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    return figures;
  }
}
