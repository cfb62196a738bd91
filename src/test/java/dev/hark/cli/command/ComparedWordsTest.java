package dev.hark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.ComparedJson.DifferenceJson;
import dev.hark.wire.ComparedJson.DisputeJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ComparedWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  @Test
  @Requirement("SAY-36")
  void whatOthersWroteIsKnownFromHarksOwnWords() {
    ComparedJson one =
        new ComparedJson(
            "a1",
            "Interview, part 2",
            "r1",
            "Radio Archive",
            "w1",
            "m1",
            "the old lamp",
            "the old lamb",
            List.of(new DifferenceJson("old", "lamp", "lamb")),
            0.6,
            new MoneyJson(3, "EUR"),
            new MoneyJson(5, "EUR"),
            NOW,
            new DisputeJson("I hear lamp", NOW, NOW, null, "Listen again"));
    List<String> theirs = new ArrayList<>();
    Wording wording = Wording.of(Locale.ENGLISH);
    for (Sentence line : ComparedWords.toWorker(one)) {
      wording.say(line, words -> theirs.add(words.words()));
    }
    assertEquals(List.of("Interview, part 2", "Radio Archive", "lamb", "Listen again"), theirs);
  }
}
