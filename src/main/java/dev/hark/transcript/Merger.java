package dev.hark.transcript;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes one text of several answers to each piece, and learns on the way how far each worker can be
 * trusted, from nothing but their agreement, jointly over all pieces.
 *
 * <p>In turns, the answers are laid under one another, in each column the likeliest word is chosen,
 * and from what was chosen follows how often each answer and each worker errs. A worker who errs
 * with probability e wrote the word that was said with 1 - e, left it out with a share of e, and
 * wrote another one the less likely, the less its letters resemble it; see {@link Channel}. An
 * answer's e is estimated from the answer itself, held together by the worker's other work, and
 * that by everybody's. The method follows Dawid and Skene (Maximum likelihood estimation of
 * observer error-rates using the EM algorithm, Applied Statistics 28, 1979) with Fiscus's network
 * (A post-processing system to yield reduced word error rates: ROVER, ASRU 1997) in the place of
 * fixed questions.
 *
 * <p>Neither the order of pieces nor of answers changes anything. For one thread.
 */
public final class Merger {
  /**
   * Of so many pieces all is kept from turn to turn; of more, what can be had again is let go of.
   */
  private static final int FEW = 5_000;

  private Merger() {}

  /** What was merged; texts are made of it when they are asked for. */
  public static final class Merged {
    /** Pieces whose texts are in memory at once where they are handed on one by one. */
    private static final int AT_ONCE = 1_000;

    private final List<PieceMerger> mergers;
    private final Map<String, WorkerQuality> workers;
    private final Set<WorkerPair> copying;

    private Merged(
        List<PieceMerger> mergers, Map<String, WorkerQuality> workers, Set<WorkerPair> copying) {
      this.mergers = mergers;
      this.workers = workers;
      this.copying = Collections.unmodifiableSet(new TreeSet<>(copying));
    }

    /** All that is known of each piece, in the order in which they came. */
    public List<Hearing> hearings() {
      return mergers.parallelStream().map(PieceMerger::hearing).toList();
    }

    /** The texts, in the order in which the pieces came. */
    public List<MergedPiece> pieces() {
      return mergers.parallelStream().map(PieceMerger::text).toList();
    }

    /** Hands on the texts in the same order, never many at once. */
    public void forEach(Consumer<MergedPiece> taker) {
      for (int from = 0; from < mergers.size(); from += AT_ONCE) {
        mergers.subList(from, Math.min(mergers.size(), from + AT_ONCE)).parallelStream()
            .map(PieceMerger::text)
            .forEachOrdered(taker);
      }
    }

    /** By id, in the order of the ids. */
    public Map<String, WorkerQuality> workers() {
      return workers;
    }

    /** Pairs of workers whose answers one person wrote, and count as one. */
    public Set<WorkerPair> copying() {
      return copying;
    }
  }

  /** Merges all pieces of a job. */
  public static Merged merge(List<Piece> pieces) {
    return merge(pieces, Set.of());
  }

  /** The same without some parts of the method, to see what they bring. */
  public static Merged merge(List<Piece> pieces, Set<Part> without) {
    return merge(pieces, without, Optional.empty());
  }

  /** The same with a model of the language beside what is learnt from the answers. */
  public static Merged merge(List<Piece> pieces, LanguageModel language) {
    return merge(pieces, Set.of(), Optional.of(language));
  }

  private static Merged merge(
      List<Piece> pieces, Set<Part> without, Optional<LanguageModel> language) {
    Spellings spellings = new Spellings();
    List<PieceMerger> mergers =
        pieces.parallelStream()
            .map(piece -> new PieceMerger(piece, without, spellings, language))
            .toList();
    turn(mergers);
    Set<WorkerPair> copying = without.contains(Part.COPIES) ? Set.of() : copying(mergers);
    mergers.forEach(merger -> merger.countOnce(copying));
    if (mergers.stream().anyMatch(PieceMerger::copiesPrevail)) {
      // Whoever agrees with many copies seemed to be right.
      mergers.parallelStream().forEach(PieceMerger::begin);
      turn(mergers);
    }
    for (int turn = 1; turn < PieceMerger.TURNS; turn++) {
      turn(mergers);
    }
    return new Merged(mergers, tally(mergers).qualities(), copying);
  }

  private static void turn(List<PieceMerger> mergers) {
    Tally all = tally(mergers);
    mergers.parallelStream()
        .forEach(
            merger -> {
              merger.turn(new Others(all, merger.scores()), merger.own());
              if (mergers.size() > FEW) {
                merger.forget();
              }
            });
  }

  private static Set<WorkerPair> copying(List<PieceMerger> mergers) {
    Set<WorkerPair> suspects = new HashSet<>();
    mergers.forEach(merger -> suspects.addAll(merger.suspects()));
    List<Map<WorkerPair, Double>> found =
        mergers.parallelStream().map(merger -> merger.evidence(suspects)).toList();
    Map<WorkerPair, Double> evidence = new HashMap<>();
    found.forEach(one -> one.forEach((pair, here) -> evidence.merge(pair, here, Double::sum)));
    Set<WorkerPair> copying = new TreeSet<>();
    evidence.forEach(
        (pair, all) -> {
          if (all > Copies.SURE) {
            copying.add(pair);
          }
        });
    return copying;
  }

  /**
   * Merges one piece, such as when an answer to it arrived. Where its answers were counted before,
   * they must be taken out of what is known; afterwards those of the result are to be put in.
   *
   * @param others what is known of the workers from other pieces
   */
  public static Hearing merge(Piece piece, Trust others) {
    return merge(piece, others, Optional.empty());
  }

  /** The same with a model of the language, where there is one. */
  public static Hearing merge(Piece piece, Trust others, Optional<LanguageModel> language) {
    return PieceMerger.merge(piece, others, language);
  }

  /** Sums are exact, so that it makes no difference which of them are made first. */
  private static Tally tally(List<PieceMerger> mergers) {
    return mergers.parallelStream().collect(Tally::new, Merger::add, Tally::add);
  }

  private static void add(Tally all, PieceMerger merger) {
    all.add(merger.scores());
    all.add(merger.confidenceCounts());
    WordCounts[] counted = merger.wordCounts();
    for (int i = PieceWords.NOTHING + 1; i < counted.length; i++) {
      all.add(merger.spelled().word(i), counted[i]);
    }
  }

  /** What is known of workers but for a piece of theirs, and of words. */
  private record Others(Trust all, List<AnswerScore> scores) implements Trust {
    @Override
    public Counts of(String worker) {
      Counts others = all.of(worker);
      for (AnswerScore answer : scores) {
        others = answer.worker().equals(worker) ? others.minus(answer.counts()) : others;
      }
      return others;
    }

    @Override
    public Counts everybody() {
      return all.everybody();
    }

    @Override
    public WordCounts word(String word) {
      return all.word(word);
    }

    @Override
    public WordCounts allWords() {
      return all.allWords();
    }

    @Override
    public WordCounts confident(int tenth) {
      return all.confident(tenth);
    }
  }
}
