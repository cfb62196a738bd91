package dev.hark.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One worker's review of a requester, about one task group they worked in.
 *
 * @param requesterId whom it is about
 * @param groupId the group it is about; empty where it was written elsewhere
 * @param reviewer pseudonym of the reviewer
 * @param marks 1 to 5 by attribute; what does not apply is left out
 * @param rejections how much was rejected unjustly; empty where the reviewer did not say
 * @param termsBroken the requester broke the market's terms
 * @param brokenTask a task could not be done
 * @param unpaidScreening questions had to be answered without pay before the work
 * @param took how long a task took, as the reviewer says
 * @param words the reviewer's words, may be empty; hostile until proven otherwise
 * @param written when it was written or last changed
 * @param reception what became of it since
 */
public record Review(
    String requesterId,
    String groupId,
    String reviewer,
    Map<Attribute, Integer> marks,
    Optional<Rejections> rejections,
    boolean termsBroken,
    boolean brokenTask,
    boolean unpaidScreening,
    Optional<Duration> took,
    String words,
    Instant written,
    Reception reception) {

  /**
   * What others made of a review.
   *
   * @param id the review's; empty before the market has it
   * @param helpful how many say that it helped them
   * @param reply what the requester says to it
   * @param counted whether it counts in ratings; it does not before somebody paid the reviewer
   * @param source where it was written, if elsewhere; it never counts here then
   */
  public record Reception(
      String id, int helpful, Optional<Reply> reply, boolean counted, Optional<String> source) {
    public static final Reception NONE = new Reception("", 0, Optional.empty(), true);

    /** Of a review that was written here. */
    public Reception(String id, int helpful, Optional<Reply> reply, boolean counted) {
      this(id, helpful, reply, counted, Optional.empty());
    }
  }

  /**
   * What the requester says to a review.
   *
   * @param words hostile until proven otherwise
   * @param made when
   */
  public record Reply(String words, Instant made) {}

  public Review {
    marks = Map.copyOf(marks);
    marks.forEach(
        (attribute, mark) -> {
          if (mark < 1 || mark > 5) {
            throw new IllegalArgumentException(attribute + " is 1 to 5, not " + mark);
          }
        });
  }

  /** A review that says the least, and that nobody has read yet. */
  public Review(
      String requesterId,
      String groupId,
      String reviewer,
      Map<Attribute, Integer> marks,
      Optional<Rejections> rejections,
      boolean termsBroken,
      String words,
      Instant written) {
    this(
        requesterId,
        groupId,
        reviewer,
        marks,
        rejections,
        termsBroken,
        false,
        false,
        Optional.empty(),
        words,
        written,
        Reception.NONE);
  }
}
