package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hub cannot use is told in the user's language. */
final class ExpectedTest {
  private static final Pattern REFUSED =
      Pattern.compile("(?:require|INVALID|invalid)\\b[^;]*?(\"[A-Za-z][A-Za-z., -]*: [^;]*?)\\)*;");
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: 1 to 200 characters | titel: 1 tot 200 tekens",
        "bonus: less than the highest | bonus: minder dan het hoogste",
        "reward.minor: 1 to 1000000 | beloning in centen: 1 tot 1000000",
        "least, most: 1 to 100, the least not above the most"
            + " | minste en meeste: 1 tot 100, het minste niet boven het meeste",
        "scopes: of worker:read, worker:write | scopes: uit worker:read, worker:write",
        "prompt: with {text} in it | vraag: met {text} erin",
        "tune: louder than before | tune: louder than before",
        "tune: from the start to the end | tune: from the start to the end",
        "unheard | unheard",
        "title: 1 to 200 stones of any kind | title: 1 to 200 stones of any kind",
      })
  @Requirement("TRN-81")
  void isSaidInDutchWhereItIsKnownAndAsItCameWhereNot(String text, String dutch) {
    Object said = Expected.of(text);
    assertEquals(dutch, words(said, Locale.of("nl")));
    assertEquals(text, words(said, Locale.ENGLISH));
  }

  private static String words(Object said, Locale locale) {
    return said instanceof Sentence sentence ? Wording.of(locale).say(sentence) : (String) said;
  }

  /** So that whoever writes a new one finds out. */
  @Test
  @Requirement("TRN-81")
  void allThatTheHubsSourcesSayIsKnown() throws IOException {
    List<String> unknown = new ArrayList<>();
    int seen = 0;
    List<Path> sources;
    Path hub = Path.of(System.getProperty("hark.root", "."), "src/main/java/dev/hark/hub");
    try (Stream<Path> files = Files.walk(hub)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path source : sources) {
      Matcher refused = REFUSED.matcher(Files.readString(source));
      while (refused.find()) {
        String text = text(refused.group(1));
        if (text.endsWith(": 7") || text.contains("of 7 7")) {
          continue; // What is put in is a text itself.
        }
        if (text.startsWith("location ")) {
          text = "qualifications: " + text;
        }
        seen++;
        if (!(Expected.of(text) instanceof Sentence)) {
          unknown.add(source.getFileName() + ": " + text);
        }
      }
    }
    assertEquals(List.of(), unknown);
    assertTrue(seen > 80, "found " + seen);
  }

  /** The literals of an expression, with a number for what stands between. */
  private static String text(String expression) {
    StringBuilder text = new StringBuilder();
    Matcher part = PART.matcher(expression);
    int end = 0;
    while (part.find()) {
      String between = end == 0 ? "" : expression.substring(end, part.start());
      text.append(between.replaceAll("[\\s+]", "").isEmpty() ? "" : "7").append(part.group(1));
      end = part.end();
    }
    String rest = expression.substring(end).replaceAll("[\\s+)]", "");
    return text.append(rest.isEmpty() ? "" : "7").toString();
  }
}
