package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class CommandLineTest {
  @TempDir Path home;
  private HarkRun hark;

  @BeforeEach
  void ownHome() {
    hark = new HarkRun(home);
  }

  @Test
  @Requirement("CMD-1")
  void anUnknownCommandNamesTheNearestOne() {
    HarkRun.Outcome wrong = hark.run("setings");
    assertEquals(
        new HarkRun.Outcome(2, "", line("There is no command setings. Did you mean settings?")),
        wrong);
    assertEquals(
        line("There is no command qqqqqq. Type hark help for the list."), hark.run("qqqqqq").err());
  }

  @Test
  @Requirement("CMD-1")
  void anUnknownOptionNamesTheNearestOne() {
    HarkRun.Outcome wrong = hark.run("settings", "--jsn");
    assertEquals(
        new HarkRun.Outcome(2, "", line("hark settings has no option --jsn. Did you mean --json?")),
        wrong);
  }

  @Test
  @Requirement("CMD-1")
  void aMissingOrUnfitWordIsSaidPlainly() {
    assertEquals(
        "hark connect needs ADDRESS. Type hark help connect.", hark.run("connect").err().strip());
    assertEquals(
        "hark connect needs --token-file FILE. Type hark help connect.",
        hark.run("connect", "https://hub.example.org").err().strip());
    assertEquals(
        "--token-file needs a value: FILE.",
        hark.run("connect", "https://hub.example.org", "--token-file").err().strip());
    assertEquals(
        new HarkRun.Outcome(
            2, "", line("hark settings set needs VALUE. Type hark help settings set.")),
        hark.run("settings", "set", "sees"));
    assertEquals(
        line("bash|zsh|fish does not take tcsh. Type hark help completion."),
        hark.run("completion", "tcsh").err());
  }

  @Test
  @Requirement("CMD-2")
  void dutchComesFromTheOptionTheVariableTheSettingOrTheLocale() {
    String dutch = line("Er is geen opdracht setings. Bedoel je settings?");
    assertEquals(dutch, hark.run("setings", "--lang", "nl").err());
    assertEquals(dutch, hark.run("--lang=nl", "setings").err());
    assertEquals(dutch, new HarkRun(home).with("HARK_LANG", "nl").run("setings").err());
    assertEquals(dutch, new HarkRun(home).with("LC_ALL", "nl_BE.UTF-8").run("setings").err());
    assertEquals(0, hark.run("settings", "set", "lang", "nl").code());
    assertEquals(dutch, hark.run("setings").err());
    assertEquals(2, hark.run("help", "--lang", "tlh").code());
  }

  @Test
  @Requirement("CMD-3")
  void helpHasOneThingALineInBothLanguages() {
    for (String lang : List.of("en", "nl")) {
      HarkRun.Outcome help = hark.run("help", "--lang", lang);
      assertEquals(0, help.code());
      for (String command : Commands.NAMES) {
        assertTrue(help.out().contains("hark " + command + ": "), command);
      }
    }
    assertEquals(
        hark.run("help", "settings", "set").out(), hark.run("settings", "set", "-h").out());
  }

  @Test
  @Requirement("CMD-3")
  void everyCommandAndOptionIsExplainedInBothLanguages() {
    Wording english = Wording.of(Locale.ENGLISH);
    Wording dutch = Wording.of(Locale.of("nl"));
    explained(Commands.tree(), english, dutch);
  }

  private static void explained(CommandLine command, Wording english, Wording dutch) {
    List<String> keys = Help.keys(command.getCommandSpec());
    assertEquals(1 + command.getCommandSpec().args().size(), keys.size(), command.getCommandName());
    for (String key : keys) {
      assertFalse(english.say(key).isBlank(), key);
      assertFalse(dutch.say(key).equals(english.say(key)), key + " in Dutch");
    }
    for (String key : Help.labels(command.getCommandSpec())) {
      assertTrue(english.knows(key), key);
    }
    command.getSubcommands().values().forEach(sub -> explained(sub, english, dutch));
  }

  @Test
  @Requirement("CMD-3")
  void whatAValueIsCalledIsInMyLanguageToo() {
    String help = hark.run("say", "-h", "--lang", "nl").out();
    assertTrue(help.contains("Typ: hark say [TEKST...] [OPTIES]"), help);
    assertTrue(help.contains("\n--out BESTAND: "), help);
    assertTrue(help.contains("\n--lang en|nl: "), help);
    assertEquals(
        line("Na --out hoort een waarde: BESTAND."),
        hark.run("say", "hello", "--lang", "nl", "--out").err());
    assertEquals(
        line("Bij hark settings set hoort NAAM. Typ hark help settings set."),
        hark.run("settings", "set", "--lang", "nl").err());
  }

  @Test
  @Requirement("CMD-1")
  void optionsOfASessionMayStandWithoutItsWord() {
    Set<String> withValue =
        Commands.named("work").orElseThrow().getCommandSpec().options().stream()
            .filter(option -> option.arity().max() > 0)
            .map(OptionSpec::longestName)
            .collect(Collectors.toSet());
    assertEquals(withValue, Arguments.WITH_VALUE);
  }

  @Test
  @Requirement("CMD-4")
  void theVersionIsOneLine() {
    HarkRun.Outcome version = hark.run("--version");
    assertEquals(0, version.code());
    assertTrue(version.out().matches("hark \\S+\\R"), version.out());
  }

  @Test
  @Requirement("CMD-5")
  void completionKnowsEveryCommand() {
    for (String shell : List.of("bash", "zsh", "fish")) {
      HarkRun.Outcome script = hark.run("completion", shell);
      assertEquals(0, script.code());
      for (String command : Commands.NAMES) {
        assertTrue(script.out().contains(command), shell + " " + command);
      }
    }
  }

  @Test
  @Requirement("CMD-6")
  void filesAreForTheirUserOnly() throws IOException {
    assertEquals(0, hark.run("settings", "set", "sees", "no").code());
    Path config = home.resolve(".config/hark");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(config.resolve("settings"))));
  }

  @Test
  @Requirement("CMD-6")
  void xdgVariablesSayWhereFilesLie() {
    Path elsewhere = home.resolve("elsewhere");
    hark.with("XDG_CONFIG_HOME", elsewhere.toString()).run("settings", "set", "sees", "no");
    assertTrue(Files.exists(elsewhere.resolve("hark/settings")));
    assertFalse(Files.exists(home.resolve(".config")));
  }

  @Test
  @Requirement("CMD-7")
  void settingsAreListedSetAndForgotten() {
    assertEquals(
        line("floor is 14.71 EUR."), hark.run("settings", "set", "floor", "14.71 EUR").out());
    assertEquals("{\"floor\":\"14.71 EUR\"}", hark.run("settings", "--json").out().strip());
    assertEquals(0, hark.run("settings", "unset", "floor").code());
    assertEquals("{}", hark.run("settings", "list", "--json").out().strip());
    assertEquals(2, hark.run("settings", "set", "floor", "lots").code());
    assertEquals(
        line("There is no setting flor. Did you mean floor?"),
        hark.run("settings", "set", "flor", "1 EUR").err());
  }

  @Test
  @Requirement("CMD-7")
  void aBrokenSettingsFileNamesItsLine() throws IOException {
    Path file = home.resolve(".config/hark/settings");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# mine\nsees = no\nsees maybe\n");
    HarkRun.Outcome broken = hark.run("settings");
    assertEquals(3, broken.code());
    assertEquals(
        line(file + ", line 3: \"sees maybe\" is no setting. Change or delete the line."),
        broken.err());
  }

  private static String line(String text) {
    return text + System.lineSeparator();
  }
}
