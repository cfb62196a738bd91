package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.task.UnmetWords;
import java.util.ArrayList;
import java.util.List;

/** Qualifications in words, one thing a sentence. */
public final class QualificationWords {
  private QualificationWords() {}

  /** How many answers were approved, and where one lives. */
  public static List<Sentence> standing(Qualifications.Standing standing) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        standing
            .share()
            .map(
                share ->
                    Sentence.of(
                        "qualify.say.approved", standing.approved(), standing.decided(), share))
            .orElseGet(() -> Sentence.of("qualify.say.undecided")));
    lines.add(place(standing));
    return lines;
  }

  /** Where one lives, and how to say so. */
  public static Sentence place(Qualifications.Standing standing) {
    return standing
        .place()
        .map(place -> Sentence.of("qualify.say.lives", UnmetWords.place(place.code())))
        .orElseGet(() -> Sentence.of("qualify.say.lives-unknown"));
  }

  /** What somebody has to do with one. */
  public static List<Sentence> mine(Qualification one, Qualification.Held held) {
    List<Sentence> lines = new ArrayList<>();
    Object name = name(one);
    lines.add(
        switch (held.state()) {
          case GRANTED -> Sentence.of("qualify.say.granted", name, held.value().orElse(0L));
          case PENDING -> Sentence.of("qualify.say.pending", name);
          case TESTING -> Sentence.of("qualify.say.testing", name, held.changed(), one.id());
          case DENIED -> Sentence.of("qualify.say.denied", name);
          case REVOKED -> Sentence.of("qualify.say.revoked", name);
          case FAILED -> Sentence.of("qualify.say.failed", name);
        });
    switch (held.state()) {
      case GRANTED, REVOKED -> {}
      case PENDING, TESTING, DENIED, FAILED ->
          held.value().ifPresent(value -> lines.add(Sentence.of("qualify.say.still", value)));
    }
    if (!held.reason().isEmpty()) {
      lines.add(Sentence.of("qualify.say.reason", held.reason()));
    }
    switch (held.state()) {
      case DENIED, FAILED ->
          lines.add(
              held.again()
                  .map(from -> Sentence.of("qualify.say.again", from))
                  .orElseGet(() -> Sentence.of("qualify.say.never-again")));
      case GRANTED, PENDING, TESTING, REVOKED -> {}
    }
    return lines;
  }

  /** What one is, who decides on it, and how it is had. */
  public static Sentence offered(Qualification one) {
    return Sentence.of(
        "qualify.say.offered", name(one), one.owner(), one.description(), way(one), one.id());
  }

  private static Sentence way(Qualification one) {
    return switch (one.way()) {
      case AUTOMATIC -> Sentence.of("qualify.way.automatic");
      case REQUEST -> Sentence.of("qualify.way.request");
      case OWNER -> Sentence.of("qualify.way.owner");
      case TEST ->
          one.time()
              .map(time -> Sentence.of("qualify.way.test", one.questions(), time))
              .orElseGet(() -> Sentence.of("qualify.way.owner"));
    };
  }

  /** The name, or that there is none. */
  public static Object name(Qualification one) {
    return one.name().isEmpty() ? Sentence.of("qualify.no-name") : one.name();
  }

  /** What came of a test. */
  public static Sentence result(QualifyingTest test) {
    if (test.value().isPresent()) {
      return Sentence.of(
          "qualify.test.passed", test.points(), test.most(), test.value().get(), test.name());
    }
    return test.again()
        .map(from -> Sentence.of("qualify.test.failed-again", test.points(), test.most(), from))
        .orElseGet(() -> Sentence.of("qualify.test.failed", test.points(), test.most()));
  }
}
