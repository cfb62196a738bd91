package dev.hark.market;

import dev.hark.review.Review;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.SavedDraft;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A marketplace as one worker sees it. Every call may throw {@code Fault.HubDown} (not reached, too
 * slow, or nonsense: the call may be made again) and {@code Fault.Refused}. Safe for use by several
 * threads.
 */
public interface Marketplace extends AutoCloseable {
  /** Name of the market and whether its money is only for show. */
  About about();

  /**
   * One page of open task groups, in the market's own stable order.
   *
   * @param cursor empty for the first page
   * @param limit at most this many, 1 to 1000
   */
  OfferPage offers(Optional<String> cursor, int limit);

  /** One group as it stands now. */
  Offer offer(String groupId);

  /** The same, with all that the market knows of its requester. */
  default Offer inFull(String groupId) {
    return offer(groupId);
  }

  /** Where the ratings on its offers come from, and how they stand. */
  default Ratings ratings() {
    return Ratings.AS_TOLD;
  }

  /**
   * Takes a lease on a task of the group.
   *
   * @param key the same key again gives the same assignment
   */
  Assignment accept(String groupId, String key);

  /** What this worker holds: what is to be done again, then the rest, by deadline. */
  List<Assignment> held();

  /** One assignment of this worker, in any state. */
  Assignment assignment(String assignmentId);

  /**
   * Hands in an answer. The same key and answer again give the same receipt and pay once.
   *
   * @param key kept by the caller until the receipt is there
   */
  Receipt submit(String assignmentId, Answer answer, String key);

  /**
   * Keeps an unfinished answer, so that the worker can go on with it elsewhere. Does nothing where
   * the market keeps no drafts. Refused with {@code DRAFT_OLDER} where it has a newer one.
   */
  default void keepDraft(String assignmentId, SavedDraft draft) {}

  /** Unfinished answers of this worker that the market keeps, the last saved first. */
  default List<KeptDraft> keptDrafts() {
    return List.of();
  }

  /**
   * An unfinished answer with what it belongs to.
   *
   * @param taskId the task
   * @param title the group's title
   * @param draft what was saved
   */
  record KeptDraft(String taskId, String title, SavedDraft draft) {}

  /** Gives the task back; does nothing where it was given back before. */
  void giveBack(String assignmentId);

  /** This worker's rejected answers, the newest first. */
  List<Rejection> rejections();

  /**
   * Answers a rejection, once; the same words again do nothing.
   *
   * @return the rejection with the words
   */
  Rejection object(String assignmentId, String words);

  /**
   * A sound or picture as a file of this computer, which nobody changes and which may be gone
   * tomorrow.
   *
   * @param transfer told how far it is; {@code CancellationException} where it is stopped
   */
  Path media(String mediumId, Transfer transfer);

  /** The same, whatever it takes. */
  default Path media(String mediumId) {
    return media(mediumId, new Transfer());
  }

  /** What came is of no use, and is fetched anew the next time. */
  default void forgetMedia(String mediumId) {}

  /** Visible reviews of a requester, newest first. */
  List<Review> reviews(String requesterId);

  /** Writes or replaces this worker's review about a group they worked in. */
  void review(Review review);

  /** All answers that this worker handed in, the newest first. */
  default List<Worked> worked() {
    return List.of();
  }

  /**
   * What was earned.
   *
   * @param zone where the worker's day begins
   */
  Earnings earnings(ZoneId zone);

  @Override
  void close();

  /**
   * One page.
   *
   * @param offers in the market's order
   * @param next cursor of the next page, empty on the last
   * @param leftOut how many groups of this page were left out, because what the market says of them
   *     makes no sense
   */
  record OfferPage(List<Offer> offers, Optional<String> next, int leftOut) {
    public OfferPage {
      offers = List.copyOf(offers);
    }

    public OfferPage(List<Offer> offers, Optional<String> next) {
      this(offers, next, 0);
    }
  }

  /** What a market says of itself. */
  record About(String name, boolean demo) {}
}
