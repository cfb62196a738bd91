package dev.hark.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One worker's review of a requester, about one task group they worked in.
 *
 * @param requesterId whom it is about
 * @param groupId the group it is about
 * @param reviewer pseudonym of the reviewer
 * @param marks 1 to 5 by attribute; what does not apply is left out
 * @param rejections how much was rejected unjustly; empty where the reviewer did not say
 * @param termsBroken the requester broke the market's terms
 * @param words the reviewer's words, may be empty; hostile until proven otherwise
 * @param written when it was written or last changed
 */
public record Review(
    String requesterId,
    String groupId,
    String reviewer,
    Map<Attribute, Integer> marks,
    Optional<Rejections> rejections,
    boolean termsBroken,
    String words,
    Instant written) {
  public Review {
    marks = Map.copyOf(marks);
    marks.forEach(
        (attribute, mark) -> {
          if (mark < 1 || mark > 5) {
            throw new IllegalArgumentException(attribute + " is 1 to 5, not " + mark);
          }
        });
  }
}
