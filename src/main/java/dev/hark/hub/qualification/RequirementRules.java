package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.task.Comparison;
import dev.hark.task.Place;
import dev.hark.task.SystemQualification;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a task group may require. */
public final class RequirementRules {
  /** Most requirements of one group. */
  public static final int LIMIT = 10;

  /** Most values or places of one requirement. */
  public static final int VALUE_LIMIT = 50;

  static final Comparator<GroupRequirement> ORDER =
      Comparator.comparing(GroupRequirement::qualification)
          .thenComparing(GroupRequirement::comparison)
          .thenComparing(one -> one.values().toString())
          .thenComparing(one -> one.places().toString());

  private RequirementRules() {}

  /** Whether a qualification is one that somebody grants, not one that the market knows itself. */
  static boolean isGranted(String qualification) {
    return SystemQualification.ofId(qualification).isEmpty();
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID}, which names what is wrong
   */
  public static void check(Handle handle, String requesterId, List<GroupRequirement> requirements) {
    require(requirements.size() <= LIMIT, "at most " + LIMIT);
    for (GroupRequirement one : requirements) {
      Optional<SystemQualification> system = SystemQualification.ofId(one.qualification());
      if (system.isPresent() && system.get() == SystemQualification.LOCATION) {
        checkPlaces(one);
      } else {
        checkValues(one);
        system.ifPresentOrElse(
            some -> checkCount(some, one), () -> checkKind(handle, requesterId, one));
      }
    }
  }

  private static void checkPlaces(GroupRequirement one) {
    require(
        !one.comparison().orders(),
        "location has no order: EQUAL, NOT_EQUAL, IN, NOT_IN, EXISTS or DOES_NOT_EXIST");
    require(one.values().isEmpty(), "location takes places, not values");
    requireNumber(one.comparison(), one.places().size(), "places");
    require(
        one.places().stream().allMatch(Place::isCode),
        "places: countries such as NL and regions such as NL-NH");
  }

  private static void checkValues(GroupRequirement one) {
    require(one.places().isEmpty(), "only location takes places");
    requireNumber(one.comparison(), one.values().size(), "values");
  }

  private static void requireNumber(Comparison comparison, int number, String member) {
    int least = comparison.leastValues();
    int most = comparison.mostValues(VALUE_LIMIT);
    require(
        number >= least && number <= most,
        comparison
            + " takes "
            + (least == most ? least + "" : least + " to " + most)
            + " "
            + member);
  }

  private static void checkCount(SystemQualification system, GroupRequirement one) {
    long most = system == SystemQualification.SHARE_APPROVED ? 100 : KindRules.VALUE_LIMIT;
    require(
        one.values().stream().allMatch(value -> value >= 0 && value <= most),
        system.id() + " goes from 0 to " + most);
  }

  private static void checkKind(Handle handle, String requesterId, GroupRequirement one) {
    Kind kind =
        Kind.find(handle, one.qualification())
            .filter(some -> some.shared() || some.ownerId().equals(requesterId))
            .orElseThrow(
                () ->
                    new Fault.Refused(
                        Refusal.INVALID,
                        "qualifications: your own, shared ones, location, share-approved or"
                            + " number-approved"));
    require(!kind.retired(), "one that is not retired");
    require(
        one.values().stream().allMatch(value -> value >= kind.least() && value <= kind.most()),
        kind.name() + " goes from " + kind.least() + " to " + kind.most());
  }

  private static void require(boolean holds, String expected) {
    KindRules.require(holds, "qualifications: " + expected);
  }
}
