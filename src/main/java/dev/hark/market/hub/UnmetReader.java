package dev.hark.market.hub;

import dev.hark.task.Comparison;
import dev.hark.task.Remedy;
import dev.hark.task.SystemQualification;
import dev.hark.task.Unmet;
import dev.hark.wire.UnmetJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a hub says somebody lacks into what this program can say of it. */
final class UnmetReader {
  private static final int MOST = 50;

  private UnmetReader() {}

  static List<Unmet> all(@Nullable List<UnmetJson> json) throws Nonsense {
    List<Unmet> unmet = new ArrayList<>();
    for (UnmetJson one : few(json)) {
      unmet.add(unmet(Nonsense.present(one, "requirement")));
    }
    return unmet;
  }

  private static Unmet unmet(UnmetJson json) throws Nonsense {
    String id = Nonsense.id(json.qualification(), "qualification");
    Comparison comparison = Nonsense.oneOf(Comparison.class, json.comparator());
    List<Long> values = new ArrayList<>();
    for (Long value : few(json.values())) {
      values.add(Nonsense.present(value, "value"));
    }
    List<String> places = new ArrayList<>();
    for (String place : few(json.places())) {
      places.add(PlainText.line(place, 10));
    }
    boolean isPlace = id.equals(SystemQualification.LOCATION.id());
    if (comparison.leastValues() > (isPlace ? places.size() : values.size())) {
      throw new Nonsense("nothing is wanted");
    }
    return new Unmet(
        id,
        PlainText.line(json.name(), 100),
        comparison,
        values,
        places,
        Optional.ofNullable(json.has()),
        Optional.ofNullable(json.lives()).map(place -> PlainText.line(place, 10)),
        Nonsense.oneOf(Remedy.class, json.remedy()),
        json.count() == null
            ? 0
            : (int) Nonsense.within(json.count(), 0, Integer.MAX_VALUE, "count"),
        Optional.ofNullable(json.from()));
  }

  private static <T> List<T> few(@Nullable List<T> list) throws Nonsense {
    if (list == null) {
      return List.of();
    }
    Nonsense.within(list.size(), 0, MOST, "requirements");
    return list;
  }
}
