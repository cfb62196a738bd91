package dev.hark.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why an answer is rejected: the list that a requester chooses from, besides own words. */
public enum RejectionCode {
  /** It is about something else. */
  OFF_TOPIC,
  /** It says nothing. */
  EMPTY,
  /** It is in another language than was asked. */
  WRONG_LANGUAGE,
  /** It does not do what the instructions say. */
  NOT_FOLLOWING_INSTRUCTIONS,
  /** It was copied from elsewhere or from somebody else. */
  COPIED,
  /** It was made without doing the work. */
  SPAM,
  /** None of these; the words say it. */
  OTHER;

  /** The stable code, such as {@code off-topic}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RejectionCode> ofCode(String code) {
    return Arrays.stream(values()).filter(some -> some.code().equals(code)).findFirst();
  }

  /** All codes, in order. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(RejectionCode::code).toList();
  }
}
