package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges the answers to one piece by what is known of its workers: in turns they are laid under one
 * another, in each column the likeliest word is chosen, and from what was chosen follows how often
 * each answer errs. For one thread.
 */
final class PieceMerger {
  /** After so many turns hardly a word changes. */
  static final int TURNS = 3;

  private static final int TURNS_WITH_LAYING = 2;
  private static final int TURNS_AMONG_STRANGERS = 2;
  private static final double TWO = 2;

  /** Of more answers, only those that hardly differ are held against one another as copies. */
  private static final int MOST_PAIRED = 30;

  /** Agreement of two answers counts both their errors, and what they share of them. */
  private static final double SHARE_OF_DISAGREEMENT = 0.875;

  /** Words of a worker's by which an answer's rate is held together. */
  private static final double ANSWER_PRIOR = 625;

  /** How much more those count who err less, where answers are laid under one another. */
  private static final double SHARPNESS = 8;

  /**
   * What agreement does not show of an answer's errors, and what it shows too much of them: errors
   * that others share are not seen, and those of the text are blamed on who has it right.
   */
  private static final double SHARED = 1.3;

  private static final double BLAMED = 0.06;

  private static final double LEAST_ERROR = 0.01;
  private static final double MOST_ERROR = 0.95;

  private final Set<Part> without;
  private final Optional<LanguageModel> language;
  private final String id;
  private final List<Answer> given;
  private final PieceAnswers answers;
  private final PieceWords words;
  private final int[][] laid;

  /** Whether a recogniser wrote words of it, and said how sure it was. */
  private final boolean spoken;

  private final Counts[] counts;
  private final double[] rates;

  /** Pairs of answers that hardly differ. */
  private final List<int[]> near;

  /** How much each answer counts that is laid. */
  private double[] weights;

  private int turn;
  private Network network = Network.EMPTY;
  private Choice choice = Choice.NONE;
  private Passages.Everywhere errors = Passages.Everywhere.NONE;
  private List<CopyEvidence> copies = List.of();

  /** Begins with how far each answer is from the others. */
  PieceMerger(
      Piece piece, Set<Part> without, Spellings spellings, Optional<LanguageModel> language) {
    this.without = without;
    this.language = language;
    id = piece.id();
    given = piece.answers();
    answers = new PieceAnswers(given, without, spellings);
    words = answers.words();
    laid = answers.laid();
    spoken = Confidences.any(answers);
    rates = new double[answers.count()];
    counts = new Counts[rates.length];
    weights = Copies.weights(answers.workers(), Set.of());
    Nearness nearness = Nearness.of(laid, words.size(), weights);
    near = nearness.copies();
    begin(nearness);
  }

  /** Begins anew, as after copies were found. */
  void begin() {
    begin(Nearness.of(laid, words.size(), weights));
  }

  private void begin(Nearness nearness) {
    turn = 0;
    for (int i = 0; i < rates.length; i++) {
      double mean = i < laid.length ? nearness.means()[i] : 0;
      count(i, SHARE_OF_DISAGREEMENT * mean, 0);
    }
    if (rates.length == 1) {
      counts[0] = Counts.NONE;
    }
  }

  private void count(int answer, double share, int missing) {
    int length = answers.text(answer).length;
    counts[answer] = Counts.of(length, length * share, missing);
  }

  static double bounded(double rate) {
    return Math.clamp(rate, LEAST_ERROR, MOST_ERROR);
  }

  /**
   * Merges all turns at once: at first as if nobody were known, and then by what is known. How the
   * answers stand to the text of strangers is what the piece tells of its workers and words. Were
   * it the other text, trust would confirm itself: of those who came first, whoever agreed with
   * whom would be right for ever, however many came later.
   *
   * @param others what is known of the workers from other pieces
   * @param language counts for the text, and not for what the piece tells
   */
  static Hearing merge(Piece piece, Trust others, Optional<LanguageModel> language) {
    PieceMerger merger = new PieceMerger(piece, Set.of(), new Spellings(), language);
    OwnWords own = OwnWords.nothing(merger.words.size());
    Trust strangers = new Strangers(others);
    merger.turn(strangers, own);
    merger.findCopies(others);
    merger.begin();
    for (int i = 0; i < TURNS_AMONG_STRANGERS; i++) {
      merger.turn(strangers, own);
    }
    merger.share();
    Counts[] told = merger.counts.clone();
    OwnWords toldOfWords = merger.isAlone() ? own : merger.own();
    merger.turn = 0;
    for (int i = 0; i < TURNS; i++) {
      merger.turn(others, own);
    }
    if (told.length > 1) {
      System.arraycopy(told, 0, merger.counts, 0, told.length);
    }
    return merger.hearing(toldOfWords);
  }

  /** Whoever has nobody beside them, but copies, tells nothing of words. */
  private boolean isAlone() {
    return votes() <= 1;
  }

  private double votes() {
    return Arrays.stream(weights).sum();
  }

  /** Of two strangers who differ, each is as likely to err. */
  private void share() {
    if (votes() <= TWO) {
      double[] means = Nearness.of(laid, words.size(), weights).means();
      for (int i = 0; i < means.length; i++) {
        count(i, means[i] / TWO, 0);
      }
    }
  }

  /** Finds who copies by this piece and others; their answers count once from now on. */
  private void findCopies(Trust others) {
    Set<WorkerPair> near = suspects();
    Set<WorkerPair> compared = new HashSet<>(near);
    compared.addAll(paired());
    Map<WorkerPair, Double> evidence = evidence(compared);
    copies =
        paired().stream()
            .map(
                pair ->
                    new CopyEvidence(pair, evidence.getOrDefault(pair, 0.0), near.contains(pair)))
            .filter(one -> one.near() || one.evidence() != 0)
            .toList();
    Set<WorkerPair> copying = new HashSet<>();
    evidence.forEach(
        (pair, here) -> {
          double elsewhere = others.copying(pair);
          if (here + elsewhere > Copies.SURE && (near.contains(pair) || elsewhere != 0)) {
            copying.add(pair);
          }
        });
    countOnce(copying);
  }

  /** Different workers whose answers hardly differ. */
  Set<WorkerPair> suspects() {
    Set<WorkerPair> suspects = new HashSet<>();
    for (int[] pair : near) {
      suspects.add(pair(pair[0], pair[1]));
    }
    suspects.removeIf(pair -> pair.one().equals(pair.other()));
    return suspects;
  }

  /** Pairs of different workers that are looked at in any case, in the order of their ids. */
  private Set<WorkerPair> paired() {
    Set<WorkerPair> paired = new TreeSet<>();
    List<String> workers = answers.workers();
    List<String> some = workers.subList(0, Math.min(workers.size(), MOST_PAIRED));
    for (String one : some) {
      some.stream()
          .filter(other -> one.compareTo(other) < 0)
          .forEach(other -> paired.add(new WorkerPair(one, other)));
    }
    return paired;
  }

  private WorkerPair pair(int one, int other) {
    return WorkerPair.of(answers.worker(one), answers.worker(other));
  }

  /** How much likelier these copy than not, by this piece: the logarithms. */
  Map<WorkerPair, Double> evidence(Set<WorkerPair> suspects) {
    Map<WorkerPair, Double> evidence = new HashMap<>();
    if (!suspects.isEmpty()) {
      for (int i = 0; i < laid.length; i++) {
        for (int j = i + 1; j < laid.length; j++) {
          WorkerPair pair = pair(i, j);
          if (suspects.contains(pair)) {
            double here = Copies.evidence(network, i, j);
            evidence.merge(pair, here, Double::sum);
          }
        }
      }
    }
    return evidence;
  }

  /** Whether copies are half of the answers or more, so that they were taken for the text. */
  boolean copiesPrevail() {
    double least = Arrays.stream(weights).min().orElse(1);
    return least < 1 && 2 / least >= weights.length;
  }

  /** From now on the answers of those who copy count as one. */
  void countOnce(Set<WorkerPair> copying) {
    weights = Copies.weights(answers.workers(), copying);
  }

  /**
   * Lays, chooses and counts once more.
   *
   * @param others what is known of workers from other pieces, and of words
   * @param own what of that on words comes from this piece
   */
  void turn(Trust others, OwnWords own) {
    Counts everybody = others.everybody();
    double[] likely = new double[laid.length];
    double[] leaving = new double[laid.length];
    double[] laying = new double[laid.length];
    for (int i = 0; i < rates.length; i++) {
      Counts known = others.of(answers.worker(i));
      Counts worker = without.contains(Part.TRUST) ? Counts.NONE : known;
      rates[i] = bounded(counts[i].rate(ANSWER_PRIOR, WorkerQuality.rate(worker, everybody)));
      if (i < laid.length) {
        likely[i] = without.contains(Part.CONTRAST) ? rates[i] : contrasted(rates[i]);
        double sharpness = without.contains(Part.ORDER) ? 0 : SHARPNESS;
        laying[i] = weights[i] * Math.pow(1 - likely[i], sharpness);
        leaving[i] =
            Channel.STANDARD.leaving(
                without.contains(Part.HABITS)
                    ? 1
                    : WorkerQuality.tendencyToLeaveOut(known, everybody));
      }
    }
    if (turn++ < TURNS_WITH_LAYING) {
      network = Lattice.align(words, laid, laying);
    }
    WordHabits habits =
        WordHabits.of(words, without.contains(Part.WORDS) ? Trust.NONE : others, own.words());
    errors = new Passages.Everywhere(likely, leaving, weights);
    choice = Choice.of(network, words, confident(errors, others, own), Channel.STANDARD, habits);
    if (!without.contains(Part.PASSAGES)) {
      Choice.Errors passages = confident(Passages.of(errors, choice), others, own);
      choice = Choice.of(network, words, passages, Channel.STANDARD, habits);
    }
    if (turn == TURNS && language.isPresent()) {
      choice = Fluency.of(choice, network, words, language.get());
    }
    choice = choice.withoutDoubts();
    count();
  }

  private Choice.Errors confident(Choice.Errors errors, Trust others, OwnWords own) {
    return spoken ? Confidences.of(errors, answers, network, others, own.confidences()) : errors;
  }

  private static double contrasted(double rate) {
    return bounded(SHARED * rate - BLAMED);
  }

  private void count() {
    int[] text = choice.text();
    Edits edits = new Edits(words.size());
    edits.from(text);
    for (int i = 0; i < rates.length; i++) {
      int[] one = answers.text(i);
      if (rates.length == 1) {
        // A lone answer is its own text, which tells nothing of it.
        counts[i] = new Counts(1, one.length, Counts.rounded(one.length * rates[i]));
      } else {
        count(i, Nearness.apart(edits, text, one), i < laid.length ? missing(i) : 0);
      }
    }
  }

  private int missing(int answer) {
    int missing = 0;
    int[] chosen = choice.chosen();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] != PieceWords.NOTHING && network.word(i, answer) == PieceWords.NOTHING) {
        missing++;
      }
    }
    return missing;
  }

  /** What the text as it is tells of the words, by number. */
  WordCounts[] wordCounts() {
    return WordHabits.counted(words, network, choice, errors);
  }

  /** What the text as it is tells of confidences, by tenth. */
  WordCounts[] confidenceCounts() {
    return spoken
        ? Confidences.counted(answers, network, choice, errors.rates())
        : OwnWords.nothing(0).confidences();
  }

  /** What of that which is known of words comes from this piece. */
  OwnWords own() {
    return new OwnWords(wordCounts(), confidenceCounts());
  }

  /** Lets go of what the next turn can measure again. */
  void forget() {
    words.forget();
  }

  PieceWords spelled() {
    return words;
  }

  /** How each answer stands to the text as it is, in the order in which they were given. */
  List<AnswerScore> scores() {
    AnswerScore[] scores = new AnswerScore[given.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = new AnswerScore(given.get(i).worker(), Counts.NONE, 1);
    }
    for (int i = 0; i < rates.length; i++) {
      scores[answers.place(i)] = new AnswerScore(answers.worker(i), counts[i], rates[i]);
    }
    return List.of(scores);
  }

  Hearing hearing() {
    return hearing(own());
  }

  private Hearing hearing(OwnWords told) {
    MergedPiece text = text();
    double votes = votes();
    double doubts = 0;
    for (double probability : choice.probabilities()) {
      doubts += 1 - Calibration.probability(probability, votes);
    }
    double left = Calibration.errorsLeft(doubts, text.words().size());
    Map<String, WordCounts> fares = new HashMap<>();
    for (int i = PieceWords.NOTHING + 1; i < told.words().length; i++) {
      fares.put(words.word(i), told.words()[i]);
    }
    return new Hearing(
        text,
        scores(),
        fares,
        List.of(told.confidences()),
        copies,
        left,
        left / (1 + given.size()));
  }

  /** As the text is so far. */
  MergedPiece text() {
    int[] chosen = choice.chosen();
    double votes = votes();
    Surfaces surfaces = new Surfaces(answers, network, weights, rates);
    List<MergedWord> merged = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      String surface = surfaces.next(i, chosen[i]);
      if (chosen[i] != PieceWords.NOTHING) {
        merged.add(
            new MergedWord(
                words.word(chosen[i]),
                surface,
                Calibration.probability(choice.probabilities()[i], votes)));
      }
    }
    return new MergedPiece(id, merged);
  }
}
