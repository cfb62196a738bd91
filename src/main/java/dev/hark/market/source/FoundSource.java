package dev.hark.market.source;

import dev.hark.review.Standing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of a kind that nobody named: found from its answer. The kinds are tried in turn; the
 * first that understands what is said is kept.
 */
public final class FoundSource implements ReviewSource {
  private static final Logger LOG = System.getLogger(FoundSource.class.getName());

  private final List<ReviewSource> kinds;
  private @Nullable ReviewSource found;

  /**
   * @param kinds closed with this
   */
  public FoundSource(List<ReviewSource> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** As few as every kind takes. */
  @Override
  public int most() {
    ReviewSource kept = found;
    return kept != null
        ? kept.most()
        : kinds.stream().mapToInt(ReviewSource::most).min().orElseThrow();
  }

  @Override
  public Map<String, Standing> ask(List<String> requesterIds) throws NoAnswer {
    ReviewSource kept = found;
    if (kept != null) {
      return kept.ask(requesterIds);
    }
    NoAnswer last = NoAnswer.stranger("no kind", null);
    for (ReviewSource kind : kinds) {
      try {
        Map<String, Standing> answers = kind.ask(requesterIds);
        found = kind;
        LOG.log(Level.INFO, "ratings come from a " + kind.getClass().getSimpleName());
        return answers;
      } catch (NoAnswer other) {
        if (!other.isStranger()) {
          throw other;
        }
        last = other;
      }
    }
    throw last;
  }

  @Override
  public void close() {
    kinds.forEach(ReviewSource::close);
  }
}
