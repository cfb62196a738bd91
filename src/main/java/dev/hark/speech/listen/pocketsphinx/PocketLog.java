package dev.hark.speech.listen.pocketsphinx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What PocketSphinx tells of itself: which model it uses, and which mean sound it takes off, as
 * {@code cmn_live.c(120): Update to < 51.79 -3.21 ... >}. Written by one thread, and read once that
 * has ended.
 */
final class PocketLog {
  private static final Pattern MODEL = Pattern.compile("-hmm\\s+(?:\\S+\\s+)?(\\S+)\\s*");
  private static final Pattern MEAN =
      Pattern.compile(".*cmn_[a-z]+\\.c.*\\b(from|to)\\s*<([-+0-9.eE\\s]+)>.*");

  private @Nullable String model;
  private List<Double> first = List.of();
  private List<Double> last = List.of();

  void take(String line) {
    Matcher named = MODEL.matcher(line);
    if (named.matches()) {
      model = named.group(1);
    }
    Matcher told = MEAN.matcher(line);
    if (told.matches()) {
      List<Double> mean = numbers(told.group(2));
      first = first.isEmpty() ? mean : first;
      last = told.group(1).equals("to") ? mean : last;
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String number : text.strip().split("\\s+", -1)) {
      try {
        numbers.add(Double.parseDouble(number));
      } catch (NumberFormatException e) {
        return List.of();
      }
    }
    return numbers;
  }

  /** The folder of the acoustic model; absent where it was not told. */
  @Nullable String model() {
    return model;
  }

  /** The mean at the end; empty where it was not told. */
  List<Double> mean() {
    return last;
  }

  /** How far the mean went from where it began, as a distance between vectors. */
  double moved() {
    double sum = 0;
    for (int i = 0; i < Math.min(first.size(), last.size()); i++) {
      sum += Math.pow(last.get(i) - first.get(i), 2);
    }
    return Math.sqrt(sum);
  }
}
