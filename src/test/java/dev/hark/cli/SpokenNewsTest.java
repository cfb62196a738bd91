package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who cannot see hears what the voices and the sound tell of themselves. */
@Requirement({"SAY-38", "FRO-7", "FRO-11"})
final class SpokenNewsTest {
  @TempDir Path folder;
  private Path voices;

  @BeforeEach
  void makeVoices() throws IOException {
    voices = new HarkRun(folder).folders().made().config().resolve("voices");
    Files.createDirectories(voices);
  }

  private List<String> heard(String wanted, String... words) throws IOException {
    Path sound = folder.resolve("sound");
    HarkRun.Outcome outcome = run(words).run(with(words, sound));
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        1, count(outcome.err().lines().toList(), wanted), () -> outcome.err() + outcome.out());
    return Files.readAllLines(sound.resolve("heard.txt"));
  }

  /** A session is ended, a watch ends by itself. */
  private HarkRun run(String... words) {
    HarkRun run = new HarkRun(folder);
    return words[0].equals("work") ? run.typing("quit") : run;
  }

  private static String[] with(String[] words, Path sound) {
    return (String.join(" ", words) + " --speak --sound-to " + sound).split(" ");
  }

  private static long count(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).count();
  }

  private void setVoice(String text) throws IOException {
    Files.writeString(voices.resolve("mine.yaml"), text);
    assertEquals(0, new HarkRun(folder).run("settings", "set", "voice", "mine").code());
  }

  @Test
  void aVoiceThatIsNotThere() throws IOException {
    setVoice("engine: freetts\nvoice: nobody\n");
    String wanted = "has no voice nobody; its usual one speaks.";
    List<String> heard = heard(wanted, "work", "--sees", "no");
    assertEquals(1, count(heard, wanted), heard.toString());
  }

  @Test
  void aVoiceFileWithAFaultIsToldOnceAlsoWhereHarkAsksWhoSpeaks() throws IOException {
    setVoice("engine: siri\n");
    String wanted = "there is no engine siri";
    List<String> heard = heard(wanted, "work");
    assertEquals(1, count(heard, "siri"), heard.toString());
  }

  @Test
  void aWatchTellsIt() throws IOException {
    setVoice("engine: freetts\nvoice: nobody\n");
    String wanted = "has no voice nobody; its usual one speaks.";
    List<String> heard = heard(wanted, "watch", "--count", "1", "--where", "true");
    assertEquals(1, count(heard, wanted), heard.toString());
  }
}
