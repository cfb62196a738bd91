package dev.hark.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.TestJvm;
import dev.hark.market.Choice;
import dev.hark.market.OfferList;
import dev.hark.market.Offers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("FLT-8")
class CelStaysOutTest {
  @TempDir Path folder;

  @Test
  void aListWithoutAFilterLoadsNothingOfTheExpressionLanguage() throws Exception {
    assertEquals(0, loaded("plain"), "classes of dev.cel without a filter");
    assertTrue(loaded("filter") > 0, "classes of dev.cel with a filter");
  }

  /** Run in a process of its own: what it loads is what counts. */
  static final class Lists {
    private Lists() {}

    public static void main(String[] args) throws IOException {
      OfferList.of(List.of(Offers.fair("a")), Choice.of(Facts.Me.ANYBODY)).summary();
      Path file = Path.of(args[1]);
      FilterFile read = FilterFile.read(file);
      if (args[0].equals("filter")) {
        read.compile();
      }
    }
  }

  private long loaded(String how) throws Exception {
    Path log = folder.resolve(how + ".log");
    Path filter =
        Files.writeString(folder.resolve("f.yaml"), "name: f\nsentence: s\nkeep: pay.known\n");
    List<String> command = TestJvm.command(Lists.class, "-Xlog:class+load:file=" + log);
    command.addAll(List.of(how, filter.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(how + ".out").toFile())
            .start();
    try {
      assertTrue(process.waitFor(90, TimeUnit.SECONDS), "the process ends");
      assertEquals(0, process.exitValue(), Files.readString(folder.resolve(how + ".out")));
    } finally {
      process.destroyForcibly();
    }
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" dev.cel.")).count();
    }
  }
}
