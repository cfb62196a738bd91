package dev.hark.hub.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The method of Dawid and Skene as it stands in their paper: all answers at once, until it holds.
 */
final class BatchDawidSkene {
  private static final int ROUNDS = 200;
  private static final double TINY = 1e-9;

  private final int workers;
  private final int options;
  private final List<List<int[]>> byTask = new ArrayList<>();
  final double[][] belief;
  final double[][][] confusion;
  final double[] prior;

  /** Each answer: task, worker, option. */
  BatchDawidSkene(int tasks, int workers, int options, List<int[]> answers) {
    this.workers = workers;
    this.options = options;
    for (int task = 0; task < tasks; task++) {
      byTask.add(new ArrayList<>());
    }
    answers.forEach(answer -> byTask.get(answer[0]).add(answer));
    this.belief = new double[tasks][options];
    this.confusion = new double[workers][options][options];
    this.prior = new double[options];
    for (int task = 0; task < tasks; task++) {
      for (int[] answer : byTask.get(task)) {
        belief[task][answer[2]] += 1.0 / byTask.get(task).size();
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      maximize();
      expect();
    }
  }

  private void maximize() {
    double[][][] counts = new double[workers][options][options];
    Arrays.fill(prior, 0);
    for (int task = 0; task < belief.length; task++) {
      for (int truth = 0; truth < options; truth++) {
        prior[truth] += belief[task][truth] / belief.length;
        for (int[] answer : byTask.get(task)) {
          counts[answer[1]][truth][answer[2]] += belief[task][truth];
        }
      }
    }
    for (int worker = 0; worker < workers; worker++) {
      for (int truth = 0; truth < options; truth++) {
        double all = options * TINY;
        for (double count : counts[worker][truth]) {
          all += count;
        }
        for (int said = 0; said < options; said++) {
          confusion[worker][truth][said] = (counts[worker][truth][said] + TINY) / all;
        }
      }
    }
  }

  private void expect() {
    for (int task = 0; task < belief.length; task++) {
      double sum = 0;
      for (int truth = 0; truth < options; truth++) {
        double product = prior[truth] + TINY;
        for (int[] answer : byTask.get(task)) {
          product *= confusion[answer[1]][truth][answer[2]];
        }
        belief[task][truth] = product;
        sum += product;
      }
      for (int truth = 0; truth < options; truth++) {
        belief[task][truth] /= sum;
      }
    }
  }

  int label(int task) {
    int most = 0;
    for (int truth = 1; truth < options; truth++) {
      most = belief[task][truth] > belief[task][most] ? truth : most;
    }
    return most;
  }

  double accuracy(int worker) {
    double accuracy = 0;
    for (int truth = 0; truth < options; truth++) {
      accuracy += prior[truth] * confusion[worker][truth][truth];
    }
    return accuracy;
  }
}
