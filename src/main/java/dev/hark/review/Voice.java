package dev.hark.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one person says of one requester, over all their visible reviews. A person has one voice
 * however many task groups they reviewed, so nobody gains weight by writing often.
 *
 * @param marks the last mark that the person gave to each attribute, 1 to 5
 * @param unjustRejections whether any of their reviews reports work rejected unjustly
 * @param termsBroken whether any of their reviews reports broken terms
 */
public record Voice(Map<Attribute, Integer> marks, boolean unjustRejections, boolean termsBroken) {
  public Voice {
    marks = Map.copyOf(marks);
    marks.forEach(Marks::requireMark);
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
    Map<Attribute, Integer> marks = new EnumMap<>(Attribute.class);
    boolean unjust = false;
    boolean broken = false;
    for (Review review : inOrder) {
      marks.putAll(review.marks());
      unjust |= review.rejections().filter(some -> some != Rejections.NONE).isPresent();
      broken |= review.termsBroken();
    }
    return new Voice(marks, unjust, broken);
  }
}
