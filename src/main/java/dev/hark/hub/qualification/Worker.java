package dev.hark.hub.qualification;

import dev.hark.task.Comparison;
import dev.hark.task.GrantWay;
import dev.hark.task.Place;
import dev.hark.task.Remedy;
import dev.hark.task.SystemQualification;
import dev.hark.task.Unmet;
import dev.hark.wire.NewQualificationJson.StepJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One worker held against requirements; reads each thing once, when it is first needed. */
final class Worker {
  private final Handle handle;
  private final Instant now;
  private final String id;
  private final Map<String, Optional<Grant>> grants = new HashMap<>();
  private final Map<String, Optional<Kind>> kinds = new HashMap<>();
  private WorkerFigures.@Nullable Counts counts;
  private boolean placeRead;
  private Optional<Place> place = Optional.empty();

  Worker(Handle handle, Instant now, String id) {
    this.handle = handle;
    this.now = now;
    this.id = id;
  }

  boolean meets(GroupRequirement wanted) {
    if (isPlace(wanted)) {
      return meetsPlace(wanted);
    }
    OptionalLong value = value(wanted.qualification());
    return value.isPresent()
        ? wanted.comparison().holds(value.getAsLong(), wanted.values())
        : wanted.comparison() == Comparison.DOES_NOT_EXIST;
  }

  private boolean meetsPlace(GroupRequirement wanted) {
    Optional<Place> lives = place();
    if (lives.isEmpty()) {
      return wanted.comparison() == Comparison.DOES_NOT_EXIST;
    }
    boolean inside = wanted.places().stream().anyMatch(lives.get()::isIn);
    return switch (wanted.comparison()) {
      case IN, EQUAL -> inside;
      case NOT_IN, NOT_EQUAL -> !inside;
      case EXISTS -> true;
      case DOES_NOT_EXIST, LESS_THAN, AT_MOST, AT_LEAST, GREATER_THAN -> false;
    };
  }

  private OptionalLong value(String qualification) {
    return SystemQualification.ofId(qualification)
        .map(
            system ->
                switch (system) {
                  case SHARE_APPROVED -> counts().share();
                  case NUMBER_APPROVED -> OptionalLong.of(counts().approved());
                  case LOCATION -> OptionalLong.empty();
                })
        .orElseGet(() -> grant(qualification).map(Grant::value).orElse(OptionalLong.empty()));
  }

  /** Why a requirement is not met, and what would help. */
  Unmet unmet(GroupRequirement wanted) {
    Help help = help(wanted);
    OptionalLong has = isPlace(wanted) ? OptionalLong.empty() : value(wanted.qualification());
    return new Unmet(
        wanted.qualification(),
        SystemQualification.ofId(wanted.qualification()).isPresent()
            ? ""
            : kind(wanted.qualification()).map(Kind::name).orElse(""),
        wanted.comparison(),
        wanted.values(),
        wanted.places(),
        has.isPresent() ? Optional.of(has.getAsLong()) : Optional.empty(),
        isPlace(wanted) ? place().map(Place::code) : Optional.empty(),
        help.remedy(),
        help.count(),
        help.from());
  }

  private record Help(Remedy remedy, int count, Optional<Instant> from) {
    static Help of(Remedy remedy) {
      return new Help(remedy, 0, Optional.empty());
    }
  }

  private Help help(GroupRequirement wanted) {
    return SystemQualification.ofId(wanted.qualification())
        .map(
            system ->
                switch (system) {
                  case LOCATION -> placeHelp(wanted);
                  case NUMBER_APPROVED, SHARE_APPROVED -> moreHelp(system, wanted);
                })
        .orElseGet(
            () ->
                kind(wanted.qualification())
                    .map(kind -> grantHelp(kind, wanted))
                    .orElse(Help.of(Remedy.NONE)));
  }

  private Help placeHelp(GroupRequirement wanted) {
    if (place().isEmpty()) {
      return Help.of(wanted.mustBeHeld() ? Remedy.DECLARE : Remedy.NONE);
    }
    Place lives = place().get();
    // Who told the country only may yet live in the wanted region of it.
    boolean regionMissing =
        lives.region().isEmpty()
            && wanted.comparison() != Comparison.DOES_NOT_EXIST
            && wanted.places().stream().anyMatch(code -> code.startsWith(lives.country() + "-"));
    return Help.of(regionMissing ? Remedy.DECLARE : Remedy.NONE);
  }

  /** How many answers, all of them approved, it takes at least. */
  private Help moreHelp(SystemQualification system, GroupRequirement wanted) {
    OptionalLong least = leastAbove(system, wanted);
    if (least.isEmpty()) {
      return Help.of(Remedy.NONE);
    }
    WorkerFigures.Counts now = counts();
    long missing;
    if (system == SystemQualification.NUMBER_APPROVED) {
      missing = least.getAsLong() - now.approved();
    } else if (now.decided() == 0) {
      missing = 1;
    } else {
      long percent = least.getAsLong();
      if (percent >= 100) {
        return Help.of(Remedy.NONE);
      }
      // (approved + n) / (decided + n) >= percent / 100, solved for n.
      missing = Math.ceilDiv(percent * now.decided() - 100 * now.approved(), 100 - percent);
    }
    return new Help(
        Remedy.MORE_APPROVED, (int) Math.clamp(missing, 1, Integer.MAX_VALUE), Optional.empty());
  }

  /** The smallest value above the worker's that would do; counts of approved answers only rise. */
  private OptionalLong leastAbove(SystemQualification system, GroupRequirement wanted) {
    long most = system == SystemQualification.SHARE_APPROVED ? 100 : Long.MAX_VALUE;
    OptionalLong has = value(wanted.qualification());
    return switch (wanted.comparison()) {
      case EXISTS -> OptionalLong.of(0);
      case DOES_NOT_EXIST -> OptionalLong.empty();
      default ->
          candidates(wanted.values(), has.isPresent() ? has.getAsLong() + 1 : 0, most)
              .filter(value -> wanted.comparison().holds(value, wanted.values()))
              .min();
    };
  }

  private Help grantHelp(Kind kind, GroupRequirement wanted) {
    Optional<Grant> had = grant(kind.id());
    if (wanted.comparison() == Comparison.DOES_NOT_EXIST
        || kind.retired()
        || !isAttainable(kind, had, wanted)) {
      return Help.of(Remedy.NONE);
    }
    if (kind.way() == GrantWay.OWNER) {
      return Help.of(Remedy.OWNER);
    }
    if (had.isPresent()) {
      switch (had.get().stateAt(now)) {
        case PENDING -> {
          return Help.of(Remedy.PENDING);
        }
        case REVOKED -> {
          return Help.of(Remedy.OWNER);
        }
        case TESTING, GRANTED, DENIED, FAILED -> {}
      }
    }
    Optional<Instant> from = kind.from(had, now);
    if (from.isEmpty()) {
      return Help.of(Remedy.NONE);
    }
    if (from.get().isAfter(now)) {
      return new Help(Remedy.WAIT, 0, from);
    }
    return kind.way() == GrantWay.TEST
        ? new Help(Remedy.TEST, kind.questions(), Optional.empty())
        : Help.of(kind.way() == GrantWay.REQUEST ? Remedy.ASK : Remedy.TAKE);
  }

  /** Whether a value that the worker can get would do; a test never lowers what one has. */
  private static boolean isAttainable(Kind kind, Optional<Grant> had, GroupRequirement wanted) {
    OptionalLong has = had.map(Grant::value).orElse(OptionalLong.empty());
    LongStream attainable =
        switch (kind.way()) {
          case AUTOMATIC -> LongStream.of(kind.automaticValue().orElse(kind.least()));
          case REQUEST, OWNER -> candidates(wanted.values(), kind.least(), kind.most());
          case TEST ->
              (kind.passMark().isPresent()
                      ? candidates(wanted.values(), kind.passMark().getAsLong(), kind.points())
                      : kind.steps().stream().mapToLong(StepJson::value))
                  .filter(value -> has.isEmpty() || value > has.getAsLong());
        };
    return attainable.anyMatch(value -> wanted.comparison().holds(value, wanted.values()));
  }

  /** Enough values of a range to tell whether any of it meets a comparison. */
  private static LongStream candidates(List<Long> wanted, long least, long most) {
    return LongStream.concat(
            LongStream.of(least, most),
            wanted.stream().flatMapToLong(value -> LongStream.of(value - 1, value, value + 1)))
        .filter(value -> value >= least && value <= most);
  }

  private static boolean isPlace(GroupRequirement wanted) {
    return wanted.qualification().equals(SystemQualification.LOCATION.id());
  }

  private Optional<Grant> grant(String kind) {
    return grants.computeIfAbsent(kind, some -> Grant.find(handle, id, some));
  }

  private Optional<Kind> kind(String kind) {
    return kinds.computeIfAbsent(kind, some -> Kind.find(handle, some));
  }

  private WorkerFigures.Counts counts() {
    WorkerFigures.Counts known = counts;
    if (known == null) {
      known = WorkerFigures.counts(handle, id);
      counts = known;
    }
    return known;
  }

  private Optional<Place> place() {
    if (!placeRead) {
      place = WorkerFigures.place(handle, id);
      placeRead = true;
    }
    return place;
  }
}
