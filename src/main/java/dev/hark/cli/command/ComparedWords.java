package dev.hark.cli.command;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.ComparedJson.DifferenceJson;
import dev.hark.wire.ComparedJson.DisputeJson;
import java.util.ArrayList;
import java.util.List;

/** An answer beside the text of its piece, in words. */
final class ComparedWords {
  private static final double PERCENT = 100;

  private ComparedWords() {}

  /** What the worker hears: what they earned by it, then where it differs, then what they said. */
  static List<Sentence> toWorker(ComparedJson one) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of(
            one.differences().isEmpty() && one.bonus().minor() >= one.highest().minor()
                ? "transcript.compared-same"
                : "transcript.compared",
            new Theirs(one.title()),
            new Theirs(one.requester()),
            percent(one.closeness()),
            one.bonus().toMoney(),
            one.highest().toMoney(),
            one.assignmentId()));
    one.differences().forEach(difference -> lines.add(line(difference)));
    if (one.dispute() != null) {
      lines.addAll(said(one.dispute()));
    }
    return lines;
  }

  /** Never rounded up to what is not reached. */
  static int percent(double share) {
    return (int) Math.floor(PERCENT * share);
  }

  /** What the requester or a moderator hears. */
  static List<Sentence> toJudge(ComparedJson one) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of(
            "transcript.disputed",
            one.assignmentId(),
            one.worker(),
            one.dispute() == null ? "" : one.dispute().words(),
            one.bonus().toMoney(),
            one.highest().toMoney()));
    lines.add(Sentence.of("transcript.disputed-texts", one.answer(), one.text()));
    return lines;
  }

  private static Sentence line(DifferenceJson difference) {
    String key =
        difference.answer().isEmpty()
            ? "transcript.left-out"
            : difference.text().isEmpty() ? "transcript.put-in" : "transcript.other";
    return difference.before().isEmpty()
        ? Sentence.of(key + "-first", difference.answer(), new Theirs(difference.text()))
        : Sentence.of(key, difference.answer(), new Theirs(difference.text()), difference.before());
  }

  private static List<Sentence> said(DisputeJson dispute) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(Sentence.of("transcript.you-said", dispute.words()));
    if (dispute.paid() != null && dispute.paid().minor() == 0) {
      lines.add(Sentence.of("transcript.then-right"));
    } else if (dispute.paid() != null) {
      lines.add(Sentence.of("transcript.then-paid", dispute.paid().toMoney()));
    } else if (dispute.reply() != null) {
      lines.add(Sentence.of("transcript.then-not", new Theirs(dispute.reply())));
    }
    return lines;
  }
}
