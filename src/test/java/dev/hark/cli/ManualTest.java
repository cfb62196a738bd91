package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.Requirement;
import dev.hark.cli.session.ActionWords;
import dev.hark.cli.session.FrontWords.FrontWord;
import dev.hark.wire.Json;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The manual's tables are made from the declarations. With {@code -Dmanual.write=true} this writes
 * them; else it says where they differ.
 */
final class ManualTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("hark.root", ".")).resolve("docs/manual.md");
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

  @Test
  @Requirement({"FRO-1", "CMD-8"})
  void tablesAreThoseOfTheDeclarations() throws IOException {
    String manual = Files.readString(MANUAL);
    String made = with(manual, "actions", actions());
    made = with(made, "front words", frontWords());
    made = with(made, "commands", commands());
    made = with(made, "exit codes", exitCodes());
    if (Boolean.getBoolean("manual.write")) {
      Files.writeString(MANUAL, made);
    } else {
      assertEquals(made, manual, "run this test with -Dmanual.write=true");
    }
  }

  @Test
  @Requirement("CMD-8")
  void noTwoExitCodesAreTheSame() {
    assertEquals(
        List.of(0, 1, 2, 3, 4, 5, 6, 70, 130),
        List.of(ExitCode.values()).stream().map(ExitCode::number).toList());
  }

  @Test
  @Requirement("CMD-13")
  void theExampleOfAPostIsOne() throws IOException {
    String json =
        Files.readAllLines(MANUAL).stream()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    try {
      assertTrue(
          Json.MAPPER.readValue(json, NewTaskGroupJson.class).tasks().getFirst().gold() != null);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the manual's example", e);
    }
  }

  private static String with(String manual, String what, String table) {
    String start = "<!-- made from the " + what + ": start -->\n";
    String end = "<!-- made from the " + what + ": end -->";
    int from = manual.indexOf(start) + start.length();
    return manual.substring(0, from) + table + manual.substring(manual.indexOf(end));
  }

  private static String actions() {
    StringBuilder table =
        new StringBuilder(
            """
            | word | key | while typing | while editing | what it does |
            | --- | --- | --- | --- | --- |
            """);
    for (Action action : Action.values()) {
      table.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  String.join(", ", ActionWords.of(ENGLISH, action)),
                  keys(action.keys()),
                  action.typingKey().isEmpty() ? "" : key(action.typingKey()),
                  keys(action.editingKeys()),
                  ENGLISH.say(action.helpKey())));
    }
    return table.toString();
  }

  private static String keys(List<String> keys) {
    return keys.stream().map(ManualTest::key).collect(Collectors.joining(", "));
  }

  private static String key(String key) {
    String shown =
        key.length() > 1 ? key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) : key;
    return "`" + shown + "`";
  }

  private static String frontWords() {
    StringBuilder list = new StringBuilder();
    for (FrontWord word : FrontWord.values()) {
      list.append("- `").append(ENGLISH.say(word.wordKey())).append("`: ");
      list.append(ENGLISH.say(word.helpKey())).append('\n');
    }
    return list.toString();
  }

  private static String commands() {
    StringBuilder table = new StringBuilder("| command | what it does |\n| --- | --- |\n");
    commands(Commands.tree(), table);
    return table.toString();
  }

  private static void commands(CommandLine command, StringBuilder table) {
    for (CommandLine sub : command.getSubcommands().values()) {
      String what = ENGLISH.say(sub.getCommandSpec().usageMessage().description()[0]);
      table.append("| `%s` | %s |\n".formatted(sub.getCommandSpec().qualifiedName(), what));
      commands(sub, table);
    }
  }

  private static String exitCodes() {
    StringBuilder table = new StringBuilder("| code | meaning |\n| --- | --- |\n");
    for (ExitCode code : ExitCode.values()) {
      table.append("| %d | %s |\n".formatted(code.number(), ENGLISH.say(code.meaningKey())));
    }
    return table.toString();
  }
}
