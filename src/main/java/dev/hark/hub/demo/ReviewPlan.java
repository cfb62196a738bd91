package dev.hark.hub.demo;

import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one person says of a requester, as it stands in {@code reviews.txt}. */
record ReviewPlan(String requester, Opinion opinion) {
  private static final List<Attribute> COLUMNS =
      List.of(
          Attribute.PAY,
          Attribute.FAIRNESS,
          Attribute.SPEED,
          Attribute.COMMUNICATION,
          Attribute.ACCESSIBILITY);

  /** By requester, in the file's order. */
  static Map<String, List<Opinion>> load() {
    Map<String, List<Opinion>> all = new LinkedHashMap<>();
    for (String line : Resources.lines("reviews.txt")) {
      ReviewPlan plan = parse(line);
      all.computeIfAbsent(plan.requester(), key -> new ArrayList<>()).add(plan.opinion());
    }
    return all;
  }

  private static ReviewPlan parse(String line) {
    String[] fields = line.split("\\|", -1);
    if (fields.length != 5) {
      throw new IllegalStateException("no review: " + line);
    }
    String[] given = fields[1].split(" ", -1);
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (!given[i].equals("-")) {
        marks.put(COLUMNS.get(i), Integer.valueOf(given[i]));
      }
    }
    Optional<Rejections> rejections =
        fields[2].equals("-")
            ? Optional.empty()
            : Optional.of(Rejections.valueOf(fields[2].toUpperCase(Locale.ROOT)));
    return new ReviewPlan(
        fields[0], new Opinion(marks, rejections, fields[3].equals("yes"), fields[4]));
  }
}
