package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.filter.FactWords;
import dev.hark.review.Attribute;
import dev.hark.review.Review;
import dev.hark.review.Screening;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A review in words. */
final class ReviewWords {
  private ReviewWords() {}

  static Sentence of(Review review) {
    List<Sentence> parts = new ArrayList<>();
    var day = review.written().atZone(ZoneId.systemDefault()).toLocalDate();
    parts.add(
        review.marks().isEmpty()
            ? Sentence.of("offer.review.unmarked", day)
            : Sentence.of("offer.review.marked", day, marks(review.marks())));
    review
        .rejections()
        .ifPresent(
            some ->
                parts.add(
                    Sentence.of("offer.review.rejected." + some.name().toLowerCase(Locale.ROOT))));
    if (review.termsBroken()) {
      parts.add(Sentence.of("offer.review.terms"));
    }
    if (review.brokenTask()) {
      parts.add(Sentence.of("commons.broken-task"));
    }
    if (review.unpaidScreening()) {
      parts.add(Sentence.of("commons.unpaid-screening"));
    }
    review.took().ifPresent(time -> parts.add(Sentence.of("commons.took", time)));
    String words = Plain.text(review.words());
    if (!words.isEmpty()) {
      parts.add(Sentence.of("offer.review.words", heard(words)));
    }
    if (review.reception().helpful() > 0) {
      parts.add(Sentence.of("commons.helped", review.reception().helpful()));
    }
    review
        .reception()
        .source()
        .ifPresent(source -> parts.add(Sentence.of("imported.from", Plain.name(source))));
    if (!review.reception().counted() && review.reception().source().isEmpty()) {
      parts.add(Sentence.of("commons.not-counted"));
    }
    review
        .reception()
        .reply()
        .ifPresent(
            reply -> parts.add(Sentence.of("commons.reply", heard(Plain.text(reply.words())))));
    return OfferWords.joined(parts);
  }

  /** What was taken out of somebody's words is said in the listener's language. */
  private static Object heard(String words) {
    int first = Integer.MAX_VALUE;
    Optional<Screening.Mask> found = Optional.empty();
    for (Screening.Mask mask : Screening.Mask.values()) {
      int at = words.indexOf(mask.text());
      if (at >= 0 && at < first) {
        first = at;
        found = Optional.of(mask);
      }
    }
    if (found.isEmpty()) {
      return new Theirs(words);
    }
    String rest = words.substring(first + found.get().text().length());
    return Sentence.of(
        "offer.masked", new Theirs(words.substring(0, first)), found.get().words(), heard(rest));
  }

  /** "pay 4, fairness 5 and speed 3", in the order of {@link Attribute}. */
  static Sentence marks(Map<Attribute, ? extends Number> marks) {
    List<Sentence> parts = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      Number mark = marks.get(attribute);
      if (mark != null) {
        parts.add(Sentence.of("offer.mark." + attribute.name().toLowerCase(Locale.ROOT), mark));
      }
    }
    return FactWords.list(parts);
  }
}
