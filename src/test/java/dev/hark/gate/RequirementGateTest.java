package dev.hark.gate;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence of docs/requirements is shown by a test, and tests show nothing else. */
@Requirement("BLD-6")
class RequirementGateTest {
  private static final Pattern ENTRY =
      Pattern.compile("^- \\*\\*([A-Z]{2,10}-\\d+)\\*\\* ([\\p{Lu}`].*[.\\])])$");
  private static final Pattern MENTION = Pattern.compile("\\*\\*[A-Z]+-\\d+");

  @Test
  void everyLineOfTheRegisterIsASentenceWithAnId() throws IOException {
    List<String> odd = new ArrayList<>();
    for (Path file : Checkout.files("docs/requirements", ".md")) {
      for (String line : Files.readAllLines(file)) {
        if (MENTION.matcher(line).find() && !ENTRY.matcher(line).matches()) {
          odd.add(Checkout.name(file) + ": " + line);
        }
      }
    }
    assertEquals(List.of(), odd, "expected: - **ABC-1** Sentence, ended by a full stop.");
  }

  @Test
  void noIdIsGivenTwice() throws IOException {
    Map<String, String> places = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Path file : Checkout.files("docs/requirements", ".md")) {
      for (String id : ids(file)) {
        String before = places.put(id, Checkout.name(file));
        if (before != null) {
          twice.add(id + " in " + before + " and " + Checkout.name(file));
        }
      }
    }
    assertEquals(List.of(), twice);
  }

  @Test
  void everyRequirementHasATestAndEveryTestOne() throws IOException {
    Set<String> required = new TreeSet<>();
    for (Path file : Checkout.files("docs/requirements", ".md")) {
      required.addAll(ids(file));
    }
    Set<String> shown = shown();
    assertFalse(shown.isEmpty());
    Set<String> untested = new TreeSet<>(required);
    untested.removeAll(shown);
    Set<String> unknown = new TreeSet<>(shown);
    unknown.removeAll(required);
    assertAll(
        () -> assertEquals(Set.of(), untested, "requirements that no test shows"),
        () -> assertEquals(Set.of(), unknown, "ids in tests that stand in no requirement"));
  }

  private static List<String> ids(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(ENTRY::matcher)
        .filter(Matcher::matches)
        .map(entry -> entry.group(1))
        .toList();
  }

  private static Set<String> shown() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("dev.hark");
    return tests.stream()
        .flatMap(RequirementGateTest::annotated)
        .flatMap(place -> place.tryGetAnnotationOfType(Requirement.class).stream())
        .flatMap(requirement -> Stream.of(requirement.value()))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<HasAnnotations<?>> annotated(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getMethods().stream());
  }
}
