package dev.hark.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.filter.ListRule.Kind;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFileTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

  @TempDir Path folder;
  private Path path;
  private ListFile list;

  @BeforeEach
  void list() {
    path = folder.resolve("blocked");
    list = new ListFile(path);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTER, radio archive, true",
    "REQUESTER, r1, true",
    "REQUESTER, Radio, false",
    "GROUP, OLD BROADCASTS, true",
    "GROUP, g, true",
    "GROUP, Old, false",
    "WORD, broadcasts, true",
    "WORD, broad, false",
    "WORD, Old Broadcasts, true",
    "WORD, english, true",
    "WORD, archive, false",
    "PATTERN, *cast*, true",
    "PATTERN, cast*, false",
    "PATTERN, old*casts, true",
    "PATTERN, old*cast, false",
    "PATTERN, radio*, true",
    "PATTERN, *o*o*, true",
    "PATTERN, old broadcasts*broadcasts, false",
  })
  @Requirement("FLT-14")
  void aRuleMeetsWhatItNames(Kind kind, String value, boolean meets) {
    ListRules rules = new ListRules(List.of(new ListRule(kind, value)));

    assertEquals(meets, rules.matching(new FactsOf().facts().group()).isPresent());
  }

  @Test
  @Requirement("FLT-17")
  void aPatternThatIsMeantToTakeForEverDoesNot() {
    ListRule evil = new ListRule(Kind.PATTERN, "*a".repeat(99) + "b");
    String text = "a".repeat(2_000_000);
    ListRules rules = new ListRules(List.of(evil));

    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> assertFalse(rules.matching(new FactsOf().title(text).facts().group()).isPresent()));
    assertThrows(Fault.Usage.class, () -> new ListRule(Kind.PATTERN, "**"));
    assertThrows(Fault.Usage.class, () -> new ListRule(Kind.WORD, "x".repeat(201)));
  }

  @Test
  @Requirement("FLT-16")
  void brokenLinesAreToldByTheirNumberAndStayWhateverIsChanged() throws IOException {
    Files.writeString(
        path, "# mine\nrequester: Quick Ads\nrequestor: Fast\n\nword casino\nword:\nword: bingo\n");

    ListFile.Content content = list.read();

    assertEquals(2, content.rules().size());
    assertEquals(
        List.of(
            path
                + ", line 3: requestor is none of requester, group, word and pattern. Did you mean"
                + " requester?",
            path + ", line 5: a colon is missing behind word.",
            path
                + ", line 6: Nothing stands behind word. Write what it is, such as: requester:"
                + " Quick Ads"),
        content.faults().stream().map(ENGLISH::say).toList());
    assertEquals(1, list.add(List.of(new ListRule(Kind.WORD, "lottery"))).size());
    assertEquals(0, list.add(List.of(new ListRule(Kind.WORD, "LOTTERY"))).size());
    assertEquals(1, list.remove(List.of(new ListRule(Kind.REQUESTER, "quick ads"))).size());
    assertEquals(
        List.of(
            "# mine",
            "requestor: Fast",
            "",
            "word casino",
            "word:",
            "word: bingo",
            "word: lottery"),
        Files.readAllLines(path));
  }

  @Test
  @Requirement({"FLT-14", "FLT-16"})
  void aFileIsTakenWholeOrNotAtAll() throws IOException {
    Path from = folder.resolve("shared.txt");
    Files.writeString(from, "requester: r-9  # Fast Money\nwort: casino\npattern: *\n");
    var _ = list.add(List.of(new ListRule(Kind.WORD, "bingo")));

    Fault.BadFile broken = assertThrows(Fault.BadFile.class, () -> list.take(from));

    assertEquals(
        "2 lines are broken, and nothing was taken. "
            + from
            + ", line 2: wort is none of requester, group, word and pattern. Did you mean word? "
            + from
            + ", line 3: The pattern * fits everything. Write what must be there, such as"
            + " *lottery*.",
        ENGLISH.say(broken.sentence()));
    assertEquals(1, list.read().rules().size());
    Files.writeString(from, "requester: r-9  # Fast Money\nword: Bingo\n");
    assertEquals(1, list.take(from).size());
    Path to = folder.resolve("out.txt");
    assertEquals(2, list.give(to));
    assertEquals(List.of("word: bingo", "requester: r-9  # Fast Money"), Files.readAllLines(to));
    assertThrows(Fault.BadFile.class, () -> list.give(to));
    assertEquals(1, list.remove(List.of(new ListRule(Kind.REQUESTER, "Fast Money"))).size());
    assertTrue(new ListFile(folder.resolve("none")).read().rules().isEmpty());
    assertThrows(Fault.BadFile.class, () -> list.take(folder.resolve("none")));
  }
}
