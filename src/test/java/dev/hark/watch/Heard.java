package dev.hark.watch;

import dev.hark.wording.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Hears what a watch tells, in words, and lets a test wait for it. */
final class Heard implements BiConsumer<Told, Watch> {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final Wording wording;
  private final List<Told> all = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  Heard(Locale locale, Clock clock) {
    this.wording = Wording.of(locale, clock);
  }

  @Override
  public synchronized void accept(Told told, Watch watch) {
    all.add(told);
    told.sentences().forEach(sentence -> lines.add(wording.say(sentence)));
    notifyAll();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized List<Told> all() {
    return List.copyOf(all);
  }

  /** How often a group was told as a match. */
  synchronized long told(String groupId) {
    return all.stream()
        .filter(Told.Matches.class::isInstance)
        .flatMap(told -> ((Told.Matches) told).matches().stream())
        .filter(match -> match.groupId().equals(groupId))
        .count();
  }

  /** Waits until a group was told for the so many-th time. */
  void awaitTold(String groupId, long times) {
    await("group told " + times + " times", lines -> told(groupId) >= times);
  }

  /** Waits until a line with these words was said. */
  void awaitLine(String words) {
    await(words, lines -> lines.stream().anyMatch(line -> line.contains(words)));
  }

  synchronized void await(String what, Predicate<List<String>> there) {
    long end = System.nanoTime() + PATIENCE;
    while (!there.test(lines)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("not heard: " + what + "; heard: " + lines);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
