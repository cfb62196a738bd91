package dev.hark.review;

/**
 * The marks that people gave to one attribute.
 *
 * @param sum of the marks
 * @param count how many people marked it
 */
public record Marks(long sum, int count) {
  public static final Marks NONE = new Marks(0, 0);

  public Marks {
    if (count < 0 || sum < count || sum > 5L * count) {
      throw new IllegalArgumentException(count + " marks of 1 to 5 cannot add up to " + sum);
    }
  }

  Marks plus(int mark) {
    return new Marks(sum + mark, count + 1);
  }

  Marks minus(int mark) {
    return new Marks(sum - mark, count - 1);
  }

  /** 1 to 5; there must be a mark. */
  double mean() {
    return (double) sum / count;
  }

  /** See {@link LowerBound}; there must be a mark. */
  double lower() {
    return LowerBound.of(mean(), count);
  }

  static void requireMark(Attribute attribute, int mark) {
    if (mark < 1 || mark > 5) {
      throw new IllegalArgumentException(attribute + " is 1 to 5, not " + mark);
    }
  }
}
