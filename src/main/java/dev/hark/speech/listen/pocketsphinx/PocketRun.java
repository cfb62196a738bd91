package dev.hark.speech.listen.pocketsphinx;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process that hears one piece of speech, once. It writes a line of words for each stretch
 * between pauses, and then a line for each word: {@code going(2) 1.430 1.770 0.999400}.
 */
final class PocketRun {
  private static final Pattern WORD =
      Pattern.compile("(\\S+) [0-9]+\\.[0-9]+ [0-9]+\\.[0-9]+ ([0-9.eE+-]+)");
  private static final Pattern VARIANT = Pattern.compile("\\([0-9]+\\)$");

  private final Process process;
  private final Duration patience;
  private final Consumer<Hypothesis> partial;
  private final List<Hypothesis.Word> words = new ArrayList<>();
  private final Thread reader;
  private final Thread logReader;
  private final PocketLog log = new PocketLog();
  private boolean broken;

  PocketRun(Process process, Duration patience, Consumer<Hypothesis> partial) {
    this.process = process;
    this.patience = patience;
    this.partial = partial;
    this.reader = reading("pocketsphinx", process.inputReader(StandardCharsets.UTF_8), this::take);
    this.logReader =
        reading("pocketsphinx-log", process.errorReader(StandardCharsets.UTF_8), log::take);
  }

  private Thread reading(String name, BufferedReader from, Consumer<String> taker) {
    return Thread.ofVirtual().name(name).start(() -> read(from, taker));
  }

  private void read(BufferedReader from, Consumer<String> taker) {
    try (BufferedReader lines = from) {
      String line = lines.readLine();
      while (line != null) {
        taker.accept(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The process is gone, which end() finds out.
      process.destroy();
    }
  }

  /** What it told of the voice; complete once it has ended. */
  PocketLog log() {
    return log;
  }

  private void take(String line) {
    Matcher word = WORD.matcher(line.strip());
    if (!word.matches()) {
      return;
    }
    String text = VARIANT.matcher(word.group(1)).replaceFirst("").toLowerCase(Locale.ROOT);
    if (text.equals("</s>")) {
      partial.accept(soFar());
    } else if (!text.startsWith("<") && !text.startsWith("[") && !text.startsWith("+")) {
      synchronized (words) {
        words.add(new Hypothesis.Word(text, sure(word.group(2))));
      }
    }
  }

  private static double sure(String number) {
    try {
      double value = Double.parseDouble(number);
      return Double.isNaN(value) ? 0 : Math.clamp(value, 0, 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private Hypothesis soFar() {
    synchronized (words) {
      return new Hypothesis(words);
    }
  }

  void hear(short[] samples, int length) {
    if (broken) {
      return;
    }
    try {
      process.getOutputStream().write(Samples.littleEndian(samples, length));
      process.getOutputStream().flush();
    } catch (IOException e) {
      broken = true;
    }
  }

  Hypothesis end() {
    // Its last words come only behind a pause.
    hear(new short[Recognizer.RATE / 2], Recognizer.RATE / 2);
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      broken = true;
    }
    try {
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended
          || broken
          || process.exitValue() != 0
          || !reader.join(patience)
          || !logReader.join(patience)) {
        abandon();
        throw new Fault.BadFile(Sentence.of("listen.engine-failed", "pocketsphinx"), null);
      }
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
    }
    return soFar();
  }

  void abandon() {
    process.destroyForcibly();
  }
}
