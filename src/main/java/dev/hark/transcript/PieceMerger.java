package dev.hark.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Merges the answers to one piece by what is known of its workers: in turns they are laid under one
 * another, in each column the likeliest word is chosen, and from what was chosen follows how often
 * each answer errs. For one thread.
 */
final class PieceMerger {
  /** After so many turns hardly a word changes. */
  static final int TURNS = 3;

  private static final int TURNS_WITH_LAYING = 2;

  /**
   * Words of all answers that are laid; where there are more, others are only held against them.
   */
  static final int MOST_WORDS = 100_000;

  static final int MOST_ANSWERS = 1_000;

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
  private final String id;
  private final List<Answer> given;

  /** Those with words, in an order that does not depend on the order in which they came. */
  private final List<Answer> answers;

  /** Where they stand among those that were given. */
  private final int[] places;

  private final int[][] texts;
  private final PieceWords words;

  /** Those that are laid, from the first on; others are only held against the text. */
  private final int[][] laid;

  private final Counts[] counts;
  private final double[] rates;

  /** Pairs of answers that hardly differ. */
  private final List<int[]> near = new ArrayList<>();

  /** How much each answer counts that is laid. */
  private double[] weights;

  private int turn;
  private Network network = Network.EMPTY;
  private Choice choice = Choice.NONE;
  private Passages.Everywhere errors = Passages.Everywhere.NONE;
  private List<CopyEvidence> copies = List.of();

  /** Begins with how far each answer is from the others. */
  PieceMerger(Piece piece, Set<Part> without) {
    this.without = without;
    id = piece.id();
    given = piece.answers();
    List<Answer> alike = without.contains(Part.COMPOUNDS) ? given : Compounds.alike(given);
    places =
        IntStream.range(0, alike.size())
            .filter(i -> !alike.get(i).tokens().isEmpty())
            .boxed()
            .sorted(Comparator.comparing(alike::get, PieceMerger::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    answers = Arrays.stream(places).mapToObj(alike::get).toList();
    words = new PieceWords(without);
    texts = new int[answers.size()][];
    int few = 0;
    int sum = 0;
    for (int i = 0; i < texts.length; i++) {
      List<Token> tokens = answers.get(i).tokens();
      texts[i] = new int[tokens.size()];
      for (int j = 0; j < texts[i].length; j++) {
        texts[i][j] = words.number(tokens.get(j).word());
      }
      sum += texts[i].length;
      few += sum <= MOST_WORDS && i < MOST_ANSWERS ? 1 : 0;
    }
    laid = Arrays.copyOf(texts, few);
    rates = new double[texts.length];
    counts = new Counts[texts.length];
    weights = Copies.weights(workers(), Set.of());
    if (texts.length > 1) {
      begin();
    } else {
      Arrays.fill(counts, Counts.NONE);
    }
  }

  private static int compare(Answer one, Answer other) {
    List<Token> left = one.tokens();
    List<Token> right = other.tokens();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int difference = left.get(i).word().compareTo(right.get(i).word());
      if (difference != 0) {
        return difference;
      }
    }
    return left.size() == right.size()
        ? one.worker().compareTo(other.worker())
        : Integer.compare(left.size(), right.size());
  }

  private void begin() {
    double[] sums = new double[laid.length];
    Edits edits = new Edits(words.size());
    for (int i = 0; i < laid.length; i++) {
      edits.from(texts[i]);
      for (int j = i + 1; j < laid.length; j++) {
        double apart = apart(edits, texts[i], texts[j]);
        sums[i] += apart;
        sums[j] += apart;
        if (apart <= Copies.NEARLY_THE_SAME) {
          near.add(new int[] {i, j});
        }
      }
    }
    for (int i = 0; i < texts.length; i++) {
      double mean = i < laid.length ? sums[i] / Math.max(1, laid.length - 1) : 0;
      count(i, SHARE_OF_DISAGREEMENT * mean, 0);
    }
  }

  /** Share of the longer one that differs; the first is what edits are from. */
  private static double apart(Edits edits, int[] one, int[] other) {
    double longer = Math.max(1, Math.max(one.length, other.length));
    return Math.min(1, edits.to(other) / longer);
  }

  private void count(int answer, double share, int missing) {
    int words = texts[answer].length;
    counts[answer] = Counts.of(words, words * share, missing);
  }

  static double bounded(double rate) {
    return Math.clamp(rate, LEAST_ERROR, MOST_ERROR);
  }

  /**
   * Merges all turns at once.
   *
   * @param others what is known of the workers from other pieces
   */
  static Hearing merge(Piece piece, Trust others) {
    PieceMerger merger = new PieceMerger(piece, Set.of());
    merger.turn(others);
    Set<WorkerPair> near = merger.suspects();
    Set<WorkerPair> compared = new HashSet<>(near);
    compared.addAll(merger.paired());
    Map<WorkerPair, Double> evidence = merger.evidence(compared);
    merger.copies =
        merger.paired().stream()
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
    merger.countOnce(copying);
    for (int i = 1; i < TURNS; i++) {
      merger.turn(others);
    }
    return merger.hearing();
  }

  private List<String> workers() {
    return answers.subList(0, laid.length).stream().map(Answer::worker).toList();
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
    List<String> workers = workers();
    List<String> some = workers.subList(0, Math.min(workers.size(), MOST_PAIRED));
    for (String one : some) {
      some.stream()
          .filter(other -> one.compareTo(other) < 0)
          .forEach(other -> paired.add(new WorkerPair(one, other)));
    }
    return paired;
  }

  private WorkerPair pair(int one, int other) {
    return WorkerPair.of(answers.get(one).worker(), answers.get(other).worker());
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

  /** From now on the answers of those who copy count as one. */
  void countOnce(Set<WorkerPair> copying) {
    weights = Copies.weights(workers(), copying);
  }

  /** Lays, chooses and counts once more. */
  void turn(Trust others) {
    Counts everybody = others.everybody();
    double[] likely = new double[laid.length];
    double[] leaving = new double[laid.length];
    double[] laying = new double[laid.length];
    for (int i = 0; i < texts.length; i++) {
      Counts known = others.of(answers.get(i).worker());
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
    WordHabits habits = WordHabits.of(words, without.contains(Part.WORDS) ? Trust.NONE : others);
    errors = new Passages.Everywhere(likely, leaving, weights);
    choice = Choice.of(network, words, errors, Channel.STANDARD, habits);
    if (!without.contains(Part.PASSAGES)) {
      Passages passages = Passages.of(errors, choice);
      choice = Choice.of(network, words, passages, Channel.STANDARD, habits);
    }
    choice = choice.withoutDoubts();
    count();
  }

  private static double contrasted(double rate) {
    return bounded(SHARED * rate - BLAMED);
  }

  private void count() {
    int[] text = choice.text();
    Edits edits = new Edits(words.size());
    edits.from(text);
    for (int i = 0; i < texts.length; i++) {
      if (texts.length == 1) {
        // A lone answer is its own text, which tells nothing of it.
        counts[i] = new Counts(1, texts[i].length, Counts.rounded(texts[i].length * rates[i]));
      } else {
        count(i, apart(edits, text, texts[i]), i < laid.length ? missing(i) : 0);
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

  /** What the text as it is tells of the words. */
  WordCounts[] wordCounts() {
    return WordHabits.counted(words, network, choice, errors);
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
      scores[places[i]] = new AnswerScore(answers.get(i).worker(), counts[i], rates[i]);
    }
    return List.of(scores);
  }

  Hearing hearing() {
    List<MergedWord> merged = merged();
    double votes = Arrays.stream(weights).sum();
    double doubts = 0;
    for (double probability : choice.probabilities()) {
      doubts += 1 - Calibration.probability(probability, votes);
    }
    double left = Calibration.errorsLeft(doubts, merged.size());
    Map<String, WordCounts> fares = new HashMap<>();
    WordCounts[] counted = wordCounts();
    for (int i = PieceWords.NOTHING + 1; i < counted.length; i++) {
      fares.put(words.word(i), counted[i]);
    }
    return new Hearing(
        new MergedPiece(id, merged), scores(), fares, copies, left, left / (1 + given.size()));
  }

  private List<MergedWord> merged() {
    int[] at = new int[laid.length];
    int[] chosen = choice.chosen();
    List<MergedWord> merged = new ArrayList<>();
    double votes = Arrays.stream(weights).sum();
    String[] surfaces = new String[at.length];
    for (int i = 0; i < chosen.length; i++) {
      for (int a = 0; a < at.length; a++) {
        int word = network.word(i, a);
        String surface =
            word == PieceWords.NOTHING ? "" : answers.get(a).tokens().get(at[a]++).surface();
        surfaces[a] = word == chosen[i] ? surface : "";
      }
      if (chosen[i] != PieceWords.NOTHING) {
        merged.add(
            new MergedWord(
                words.word(chosen[i]),
                heaviest(surfaces),
                Calibration.probability(choice.probabilities()[i], votes)));
      }
    }
    return merged;
  }

  /** As most write it by how far they are trusted; of equals the first in the order of letters. */
  private String heaviest(String[] surfaces) {
    String heaviest = "";
    double most = 0;
    for (int i = 0; i < surfaces.length; i++) {
      if (surfaces[i].isEmpty() || surfaces[i].equals(heaviest)) {
        continue;
      }
      double weight = 0;
      for (int j = 0; j < surfaces.length; j++) {
        weight += surfaces[j].equals(surfaces[i]) ? weights[j] * (1 - rates[j]) : 0;
      }
      if (weight > most || (weight == most && surfaces[i].compareTo(heaviest) < 0)) {
        heaviest = surfaces[i];
        most = weight;
      }
    }
    return heaviest;
  }
}
