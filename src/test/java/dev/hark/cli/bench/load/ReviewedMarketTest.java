package dev.hark.cli.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.cli.hub.MeasuredHub;
import dev.hark.cli.hub.MeasuredHub.Reviewed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("PRF-3")
class ReviewedMarketTest {
  @Test
  void copiesOfAReviewedRequesterAreRatedLikeTheirOriginal(@TempDir Path folder) {
    try (MeasuredHub hub =
        MeasuredHub.start(
            folder, "jdbc:sqlite:" + folder.resolve("hub.db"), (source, writing) -> source)) {
      Reviewed original = hub.reviewed(List.of(7)).getFirst();
      List<Reviewed> copies = hub.copy(original, 3);

      assertEquals(3, copies.size());
      for (Reviewed copy : copies) {
        assertEquals(7, hub.reviewers(copy));
      }
      hub.review(original, 4);
      assertEquals(7, hub.reviewers(original), "the same person once more");
    }
  }
}
