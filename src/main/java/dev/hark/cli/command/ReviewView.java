package dev.hark.cli.command;

import dev.hark.review.Review;
import java.util.LinkedHashMap;
import java.util.Map;

/** A review for programs; what is not known is absent. */
final class ReviewView {
  private ReviewView() {}

  static Map<String, Object> of(Review review) {
    Map<String, Object> json = new LinkedHashMap<>();
    Review.Reception reception = review.reception();
    if (!reception.id().isEmpty()) {
      json.put("id", reception.id());
    }
    if (!review.groupId().isEmpty()) {
      json.put("groupId", review.groupId());
    }
    reception.source().ifPresent(source -> json.put("source", source));
    json.put("reviewer", review.reviewer());
    json.put("marks", review.marks());
    review.rejections().ifPresent(some -> json.put("rejections", some));
    json.put("termsBroken", review.termsBroken());
    json.put("brokenTask", review.brokenTask());
    json.put("unpaidScreening", review.unpaidScreening());
    review.took().ifPresent(time -> json.put("minutes", time.toSeconds() / 60.0));
    json.put("words", review.words());
    json.put("written", review.written());
    json.put("helpful", reception.helpful());
    json.put("counted", reception.counted());
    reception
        .reply()
        .ifPresent(
            reply -> json.put("answer", Map.of("words", reply.words(), "made", reply.made())));
    return json;
  }
}
