package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.task.RejectionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of rejections. */
public final class RejectionWords {
  private RejectionWords() {}

  /** One a line: what, why, by whom, and what can be done, with the id for doing it. */
  public static List<Sentence> toWorker(Rejection one, Instant now) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of(
            "quality.rejected", new Theirs(one.title()), one.reward(), by(one), one.rejected()));
    lines.add(why(one));
    if (one.objection().isPresent()) {
      lines.add(Sentence.of("quality.you-said", one.objection().get()));
      one.dismissal()
          .ifPresent(words -> lines.add(Sentence.of("quality.dismissal", new Theirs(words))));
    } else if (now.isBefore(one.answerUntil())) {
      lines.add(Sentence.of("quality.can-object", one.answerUntil(), one.assignmentId()));
    } else {
      lines.add(Sentence.of("quality.object-over", one.answerUntil()));
    }
    return lines;
  }

  /** A worker's answer to a rejection: what they say, and what was said to them. */
  public static List<Sentence> toRequester(Rejection one, String answer) {
    return List.of(
        Sentence.of(
            "quality.objection", new Theirs(one.title()), new Theirs(one.objection().orElse(""))),
        why(one),
        Sentence.of("quality.objection-answer", answer),
        Sentence.of("quality.overturn-how", one.assignmentId()),
        Sentence.of("quality.dismiss-how", one.assignmentId()));
  }

  private static Sentence why(Rejection one) {
    return one.code() == RejectionCode.OTHER
        ? Sentence.of("quality.why-words", new Theirs(one.reason()))
        : Sentence.of(
            "quality.why",
            Sentence.of("quality.code." + one.code().code()),
            new Theirs(one.reason()));
  }

  private static Object by(Rejection one) {
    return one.by() == Rejection.By.REQUESTER
        ? new Theirs(one.requester())
        : Sentence.of("quality.by." + one.by().name().toLowerCase(Locale.ROOT));
  }
}
