package dev.hark.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hark.Requirement;
import dev.hark.fault.Refusal;
import dev.hark.work.Action;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can be said can be said in English and in Dutch. */
@Requirement("BLD-7")
class MessageGateTest {
  private static final String FOLDER = "src/main/resources/dev/hark/wording";
  private static final Pattern SLOT = Pattern.compile("\\{\\^?(\\d+)(:[^}|]*\\|[^}|]*)?}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern FILE =
      Pattern.compile(".*\\.(db|json|log|new|properties|sql|token|wav|yaml)");
  private static final Pattern SAID =
      Pattern.compile("(?:Sentence\\.of|\\.say)\\(\\s*\"([^\"]+)\"\\s*[,)]");

  @Test
  void everyBundleHasTheSameKeysInBothLanguages() throws IOException {
    List<String> faults = new ArrayList<>();
    for (String bundle : bundles()) {
      Set<String> english = keys(bundle, "");
      Set<String> dutch = keys(bundle, "_nl");
      english.stream()
          .filter(key -> !dutch.contains(key))
          .forEach(key -> faults.add("Dutch lacks " + key));
      dutch.stream()
          .filter(key -> !english.contains(key))
          .forEach(key -> faults.add("English lacks " + key));
      english.stream()
          .filter(key -> !key.startsWith(bundle + "."))
          .forEach(key -> faults.add(key + " belongs in another bundle than " + bundle));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void noMessageIsEmptyOrGivenTwice() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path file : Checkout.files(FOLDER, ".properties")) {
      Set<String> seen = new TreeSet<>();
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#") && !line.startsWith(" ")) {
          String key = line.substring(0, equals).strip();
          if (!seen.add(key)) {
            faults.add(Checkout.name(file) + " has " + key + " twice");
          }
        }
      }
      load(file)
          .forEach(
              (key, message) -> {
                if (message.isBlank()) {
                  faults.add(Checkout.name(file) + " says nothing for " + key);
                }
              });
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void bothLanguagesFillTheSamePlaces() throws IOException {
    List<String> faults = new ArrayList<>();
    for (String bundle : bundles()) {
      Map<String, String> dutch = load(file(bundle, "_nl"));
      load(file(bundle, ""))
          .forEach(
              (key, message) -> {
                String other = dutch.getOrDefault(key, message);
                if (!slots(message).equals(slots(other))) {
                  faults.add(key + " fills " + slots(message) + ", in Dutch " + slots(other));
                }
                if (broken(message) || broken(other)) {
                  faults.add(key + " has a brace that is no place");
                }
              });
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everySentenceInTheCodeHasItsMessage() throws IOException {
    Set<String> known = allKeys();
    Set<String> prefixes = bundles();
    List<String> faults = new ArrayList<>();
    for (Path source : Checkout.files("src/main/java", ".java")) {
      String text = Files.readString(source);
      Stream.concat(
              found(SAID, text).filter(key -> !key.endsWith(".")),
              found(LITERAL, text)
                  .filter(key -> !FILE.matcher(key).matches())
                  .filter(key -> prefixes.contains(key.substring(0, key.indexOf('.')))))
          .filter(key -> !known.contains(key) && !begins(known, key))
          .distinct()
          .forEach(key -> faults.add(Checkout.name(source) + " says " + key));
    }
    assertEquals(List.of(), faults, "keys without a message");
  }

  @Test
  void everyRefusalAndEveryActionHasItsWords() throws IOException {
    Set<String> known = allKeys();
    List<String> missing = new ArrayList<>();
    for (Refusal refusal : Refusal.values()) {
      missing.add("refused." + refusal.code());
    }
    for (Action action : Action.values()) {
      missing.add(action.wordKey());
      missing.add(action.helpKey());
    }
    assertFalse(missing.isEmpty());
    missing.removeAll(known);
    assertEquals(List.of(), missing, "keys without a message");
  }

  /** Keys that are put together begin with a literal, which must at least lead somewhere. */
  private static boolean begins(Set<String> known, String start) {
    return known.stream()
        .anyMatch(
            key ->
                key.startsWith(start)
                    && (start.endsWith("-") || ".-".indexOf(key.charAt(start.length())) >= 0));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }

  private static Set<String> slots(String message) {
    return SLOT.matcher(message)
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean broken(String message) {
    String rest = SLOT.matcher(message).replaceAll("");
    return rest.contains("{") || rest.contains("}");
  }

  private static Set<String> bundles() throws IOException {
    Set<String> bundles = new TreeSet<>();
    for (Path file : Checkout.files(FOLDER, ".properties")) {
      bundles.add(file.getFileName().toString().replaceAll("(_nl)?\\.properties$", ""));
    }
    return bundles;
  }

  private static Set<String> allKeys() throws IOException {
    Set<String> all = new TreeSet<>();
    for (String bundle : bundles()) {
      all.addAll(keys(bundle, ""));
    }
    return all;
  }

  private static Set<String> keys(String bundle, String language) throws IOException {
    return load(file(bundle, language)).keySet();
  }

  private static Path file(String bundle, String language) {
    return Checkout.at(FOLDER).resolve(bundle + language + ".properties");
  }

  private static Map<String, String> load(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      }
    }
    Map<String, String> messages = new TreeMap<>();
    properties.forEach((key, message) -> messages.put((String) key, (String) message));
    return messages;
  }
}
