package dev.hark.gate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.hark.Requirement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom in the house, and why. A rule that matches no class fails. */
@Requirement("BLD-5")
class ArchitectureGateTest {
  private static final String[] SQL = {
    "java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb..", "com.zaxxer.."
  };
  private static final String[] HTTP = {
    "okhttp3..",
    "java.net.http..",
    "io.javalin..",
    "com.sun.net.httpserver..",
    "org.eclipse.jetty.."
  };

  @Test
  void everyPackageHasItsFloor() {
    Set<String> rooms =
        Floors.HOUSE.stream()
            .map(type -> Floors.roomOf(type.getPackageName()))
            .collect(Collectors.toCollection(TreeSet::new));
    rooms.removeAll(Floors.rooms().toList());
    assertEquals(Set.of(), rooms, "packages that stand on no floor");
  }

  @TestFactory
  Stream<DynamicTest> aFloorUsesOnlyFloorsBelowIt() {
    return Floors.builtRooms().map(room -> dynamicTest(room, () -> check(floorRule(room))));
  }

  @Test
  void floorTwoKnowsNoNetworkNoDatabaseAndNoCommandLine() {
    String[] floorTwo = Floors.FLOORS.get(2).stream().map(Floors::pattern).toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAnyPackage(floorTwo)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(SQL)
                    .or(resideInAnyPackage(HTTP))
                    .or(resideInAPackage("picocli..")))
            .because("what pays fairly, and how it sounds, must be usable without any of them"));
  }

  @Test
  void theCommandLineLibraryStaysInTheCommandLine() {
    check(
        noClasses()
            .that(resideOutsideOfPackage("dev.hark.cli.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("every front end must be able to invoke the same actions"));
  }

  @Test
  void onlyTheStoresSpeakSql() {
    check(
        noClasses()
            .that(
                not(
                    resideInAnyPackage("dev.hark.journal..", "dev.hark.hub..")
                        // Measures a hub against its database alone.
                        .or(resideInAPackage("dev.hark.cli.bench.load.."))
                        .or(simpleName("MeasuredHub"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL)
            .because("a database can be exchanged only where few know it"));
  }

  @Test
  void aSessionKnowsNoScreenNoKeyAndNoMicrophone() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.hark.work..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jline..", "javax.sound..", "java.awt..", "javax.swing..")
            .because("the terminal, a page and a voice drive one and the same session"));
  }

  @Test
  void clientsMeetTheHubOnlyOverTheWire() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.hark.market..",
                "dev.hark.journal..",
                "dev.hark.watch..",
                "dev.hark.work..",
                "dev.hark.voice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hark.hub..")
            .because("a worker must be able to use anybody's hub"));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.hark.cli..")
            .and()
            .resideOutsideOfPackage("dev.hark.cli.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hark.hub..")
            .because("only the commands that start a hub may know its inside"));
  }

  @Test
  void aHubKnowsNoClient() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.hark.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.hark.market..",
                "dev.hark.journal..",
                "dev.hark.work..",
                "dev.hark.cli..",
                "dev.hark.voice..")
            .because("a hub serves clients that other people wrote"));
  }

  @Test
  void nothingIsPrintedPastTheOutputTypes() {
    check(
        noClasses()
            .that(not(resideInAPackage("dev.hark.cli.output..")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(prints())
            .because("what is written, spoken or JSON is decided in one place"));
  }

  @Test
  void onlyMainEndsTheProcess() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.hark.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("an exit code is made from a result in one place"));
  }

  @Test
  void aBrokenRuleIsFound() {
    JavaClasses tests = new ClassFileImporter().importClasses(ArchitectureGateTest.class);
    assertThrows(
        AssertionError.class,
        () ->
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.tngtech..")
                .check(tests));
  }

  @Test
  void aRuleThatMatchesNothingFails() {
    assertThrows(
        AssertionError.class,
        () ->
            check(
                classes()
                    .that()
                    .resideInAPackage("dev.hark.nowhere..")
                    .should()
                    .bePublic()
                    .because("it would look green for ever")));
  }

  private static ArchRule floorRule(String room) {
    DescribedPredicate<JavaClass> below =
        resideInAnyPackage(Floors.reach(room))
            .or(resideInAPackage(Floors.pattern(room)))
            .or(resideOutsideOfPackage("dev.hark.."));
    return classes()
        .that()
        .resideInAPackage(Floors.pattern(room))
        .should()
        .onlyDependOnClassesThat(below)
        .because("a floor that knows its neighbours or those above cannot be changed alone");
  }

  private static DescribedPredicate<JavaAccess<?>> prints() {
    List<String> printing = List.of("printStackTrace", "dumpStack");
    return DescribedPredicate.describe(
        "print a stack trace", access -> printing.contains(access.getName()));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(Floors.HOUSE);
  }
}
