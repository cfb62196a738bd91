package dev.hark.hub;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reviews that were written elsewhere, as they are sent to a hub. */
final class Imported {
  static final String OLD = "A1B2C3D4E5F6G7";
  static final String OTHER = "A9Z8Y7X6W5V4U3";

  private Imported() {}

  static Map<String, Object> batch(Object... reviews) {
    return Map.of("source", "Turkopticon", "reviews", List.of(reviews));
  }

  /** With the same mark for fairness, speed and communication. */
  static Map<String, Object> review(String requester, String by, int mark) {
    return review(
        requester, by, Map.of("FAIRNESS", mark, "SPEED", mark, "COMMUNICATION", mark), "Fine.");
  }

  static Map<String, Object> review(
      String requester, String by, Map<String, Integer> marks, String words) {
    Map<String, Object> review = new TreeMap<>();
    review.put("requesterId", requester);
    review.put("requesterName", "Old Archive");
    review.put("reviewer", by);
    review.put("marks", marks);
    review.put("words", words);
    review.put("written", "2020-03-01T00:00:00Z");
    return review;
  }
}
