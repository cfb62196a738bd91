package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.Setting;
import dev.hark.cli.Settings;
import dev.hark.fault.Sentence;
import dev.hark.journal.UserFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("FRO-6")
final class FirstStartTest {
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private final List<String> aloud = new ArrayList<>();
  private Settings settings = new Settings(new UserFolders(Path.of(""), Path.of(""), Path.of("")));

  @BeforeEach
  void noSettingsYet() {
    settings =
        new Settings(
            new UserFolders(
                folder.resolve("config"), folder.resolve("data"), folder.resolve("cache")));
  }

  @Test
  void aQuestionThatIsNotUnderstoodIsAskedAgain() {
    assertFalse(first("maybe", "n").sees());
    assertEquals(List.of("cli.ask-sees", "cli.ask-sees", "cli.by-ear"), said);
    assertEquals(Optional.of("no"), settings.get(Setting.SEES));
  }

  @Test
  void theLettersOfBothLanguagesSayWhoSpeaks() {
    assertTrue(first("s").speaks());
    assertTrue(first("z").speaks());
    assertFalse(first("r").speaks());
    assertFalse(first("l").speaks());
    assertEquals(Optional.of("reader"), settings.get(Setting.SPEECH));
  }

  @Test
  void aQuestionThatNobodyAnswersIsSpokenForWhoeverCannotReadIt() {
    assertTrue(first("", "s").speaks());
    assertEquals(List.of("cli.ask-speech"), aloud);
  }

  @Test
  void theEndOfTheInputRemembersNothing() {
    assertTrue(first().sees());
    assertEquals(Optional.empty(), settings.get(Setting.SEES));
  }

  /**
   * @param answers what is typed; empty for a long silence before the next
   */
  private FirstStart first(String... answers) {
    List<String> waiting = new ArrayList<>(List.of(answers));
    return new FirstStart(
        settings,
        sentence -> said.add(sentence.key()),
        unanswered -> {
          if (!waiting.isEmpty() && waiting.getFirst().isEmpty()) {
            waiting.removeFirst();
            unanswered.run();
          }
          return waiting.isEmpty() ? "" : waiting.removeFirst();
        },
        (Sentence question) -> aloud.add(question.key()));
  }
}
