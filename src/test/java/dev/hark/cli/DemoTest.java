package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
  @TempDir Path home;

  @Test
  @Requirement("CMD-15")
  void theDemonstrationEarnsAndLeavesNothingBehind() {
    HarkRun.Outcome demo = new HarkRun(home).run("demo", "--sound-to", home + "/sound");
    assertEquals(0, demo.code(), demo.out() + demo.err());
    assertTrue(demo.out().contains("Sent and approved: 18 cents"), demo.out());
    assertTrue(demo.out().contains("from 39 workers"), "the review counts: " + demo.out());
    assertEquals("Earned in this demonstration: 18 cents.", demo.lines().getLast());
    assertTrue(Files.exists(home.resolve("sound/heard.txt")));
    assertTrue(Files.notExists(home.resolve(".local/share/hark/hub")));
  }
}
