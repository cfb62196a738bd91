package dev.hark.review;

import dev.hark.fault.Sentence;
import java.util.Locale;

/**
 * How much a rating's overall mean can be trusted, from how many people stand behind it. The
 * figures are the half width of Wilson's interval (see {@link LowerBound}) where marks scatter
 * most.
 */
public enum Sureness {
  /** Up to 3 people: up to 1.7 marks off. */
  HARDLY(1),
  /** 4 to 9 people: up to 1.3 marks off. */
  SOMEWHAT(4),
  /** 10 to 29 people: up to 0.9 marks off. */
  FAIRLY(10),
  /** 30 people or more: up to 0.6 marks off. */
  SURE(30);

  private final int people;

  Sureness(int people) {
    this.people = people;
  }

  public static Sureness of(Rating rating) {
    Sureness reached = HARDLY;
    for (Sureness step : values()) {
      if (rating.reviewers() >= step.people) {
        reached = step;
      }
    }
    return reached;
  }

  /** Such as "hardly sure". */
  public Sentence sentence() {
    return Sentence.of("sure." + name().toLowerCase(Locale.ROOT));
  }
}
