package dev.hark.wire;

import dev.hark.task.Unmet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that the caller does not meet; see {@code dev.hark.task.Unmet}.
 *
 * @param qualification id
 * @param name in its owner's words, absent for those of the market itself
 * @param comparator a {@code Comparison} in upper case
 * @param values what is wanted, absent where none
 * @param places what is wanted, absent where none
 * @param has the caller's value, absent where they have none
 * @param lives where the caller lives, absent where that does not matter or is not known
 * @param remedy a {@code Remedy} in upper case
 * @param count questions of the test, or answers that are missing, absent elsewhere
 * @param from from when on it may be asked for again, absent elsewhere
 */
public record UnmetJson(
    String qualification,
    @Nullable String name,
    String comparator,
    @Nullable List<Long> values,
    @Nullable List<String> places,
    @Nullable Long has,
    @Nullable String lives,
    String remedy,
    @Nullable Integer count,
    @Nullable Instant from) {

  public static UnmetJson of(Unmet unmet) {
    return new UnmetJson(
        unmet.qualification(),
        unmet.name().isEmpty() ? null : unmet.name(),
        unmet.comparison().name(),
        unmet.values().isEmpty() ? null : unmet.values(),
        unmet.places().isEmpty() ? null : unmet.places(),
        unmet.has().orElse(null),
        unmet.lives().orElse(null),
        unmet.remedy().name(),
        unmet.count() == 0 ? null : unmet.count(),
        unmet.from().orElse(null));
  }
}
