package dev.hark.gate;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/** The floors of the house, lowest first; each uses only the floors below it. */
final class Floors {
  static final List<List<String>> FLOORS =
      List.of(
          List.of("fault"),
          List.of("task"),
          List.of("pay", "review", "filter", "transcript", "record", "speech", "audio", "wording"),
          List.of("wire"),
          List.of("market", "hub"),
          List.of("journal"),
          List.of("watch"),
          List.of("work"),
          List.of("voice"),
          List.of("cli"));

  /** Rooms of later pieces of work; a rule about them binds from their first class on. */
  static final List<String> NOT_BUILT_YET = List.of("record");

  static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.hark");

  private Floors() {}

  static Stream<String> rooms() {
    return FLOORS.stream().flatMap(List::stream);
  }

  static Stream<String> builtRooms() {
    return rooms().filter(room -> !NOT_BUILT_YET.contains(room) || isBuilt(room));
  }

  static boolean isBuilt(String room) {
    return HOUSE.stream().anyMatch(type -> room.equals(roomOf(type.getPackageName())));
  }

  /** The room and all floors below it, as package patterns. */
  static String[] reach(String room) {
    return FLOORS.stream()
        .takeWhile(floor -> !floor.contains(room))
        .flatMap(List::stream)
        .map(Floors::pattern)
        .toList()
        .toArray(String[]::new);
  }

  static String pattern(String room) {
    return "dev.hark." + room + "..";
  }

  /** {@code hub} for {@code dev.hark.hub.store}; empty for what lies outside every room. */
  static String roomOf(String packageName) {
    return packageName.matches("dev\\.hark\\..+")
        ? packageName.replaceFirst("dev\\.hark\\.([^.]+).*", "$1")
        : "";
  }
}
