package dev.hark.review;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one person says of one requester, or of one group, over all their visible reviews. A person
 * has one voice however many task groups they reviewed, so nobody gains weight by writing often.
 *
 * @param marks the last mark that the person gave to each attribute
 * @param reports what any of their reviews reports, with the time of the last that does
 * @param written when the last of their reviews was written
 */
public record Voice(Map<Attribute, Mark> marks, Map<Report, Instant> reports, Instant written) {

  /**
   * One mark.
   *
   * @param value 1 to 5
   * @param given when the review that gives it was written
   */
  public record Mark(int value, Instant given) {}

  public Voice {
    marks = Map.copyOf(marks);
    reports = Map.copyOf(reports);
    marks.forEach((attribute, mark) -> Marks.requireMark(attribute, mark.value()));
  }

  /** A voice of no particular time. */
  public Voice(Map<Attribute, Integer> marks, boolean unjustRejections, boolean termsBroken) {
    this(
        marks.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, mark -> new Mark(mark.getValue(), Instant.EPOCH))),
        reports(unjustRejections, termsBroken),
        Instant.EPOCH);
  }

  private static Map<Report, Instant> reports(boolean unjustRejections, boolean termsBroken) {
    Map<Report, Instant> reports = new EnumMap<>(Report.class);
    if (unjustRejections) {
      reports.put(Report.UNJUST_REJECTIONS, Instant.EPOCH);
    }
    if (termsBroken) {
      reports.put(Report.TERMS_BROKEN, Instant.EPOCH);
    }
    return reports;
  }

  /**
   * The voice behind reviews that one person wrote about one requester, in any order. Of two marks
   * for one attribute the later written counts; a report stays until its review is changed.
   *
   * @param reviews at least one
   */
  public static Voice of(Collection<Review> reviews) {
    if (reviews.isEmpty()) {
      throw new IllegalArgumentException("no review, no voice");
    }
    List<Review> inOrder =
        reviews.stream()
            .sorted(Comparator.comparing(Review::written).thenComparing(Review::groupId))
            .toList();
    Map<Attribute, Mark> marks = new EnumMap<>(Attribute.class);
    Map<Report, Instant> reports = new EnumMap<>(Report.class);
    for (Review review : inOrder) {
      review
          .marks()
          .forEach((attribute, mark) -> marks.put(attribute, new Mark(mark, review.written())));
      if (review.rejections().filter(some -> some != Rejections.NONE).isPresent()) {
        reports.put(Report.UNJUST_REJECTIONS, review.written());
      }
      if (review.termsBroken()) {
        reports.put(Report.TERMS_BROKEN, review.written());
      }
      if (review.brokenTask()) {
        reports.put(Report.BROKEN_TASKS, review.written());
      }
      if (review.unpaidScreening()) {
        reports.put(Report.UNPAID_SCREENING, review.written());
      }
    }
    return new Voice(marks, reports, inOrder.getLast().written());
  }
}
