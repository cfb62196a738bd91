package dev.hark.work;

import dev.hark.audio.Clip;
import dev.hark.audio.Passage;
import dev.hark.audio.Player;
import dev.hark.audio.Rhythm;
import dev.hark.audio.Sound;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;

/** A player that only keeps count. */
final class FakePlayer implements Player {
  private Sound clip = new Clip(new short[0], 16_000);
  private boolean playing;
  private double speed = 1;
  private Duration position = Duration.ZERO;
  Optional<Passage> repeated = Optional.empty();
  Optional<Rhythm> rhythm = Optional.empty();
  Optional<Sentence> trouble = Optional.empty();
  boolean even;

  @Override
  public synchronized void load(Sound next) {
    clip = next;
    playing = false;
    position = Duration.ZERO;
  }

  @Override
  public synchronized void play() {
    playing = true;
  }

  @Override
  public synchronized void pause() {
    playing = false;
  }

  @Override
  public synchronized boolean playing() {
    return playing;
  }

  @Override
  public synchronized void seek(Duration to) {
    Duration last = clip.length();
    position = to.isNegative() ? Duration.ZERO : to.compareTo(last) > 0 ? last : to;
  }

  @Override
  public synchronized void repeat(Optional<Passage> passage) {
    repeated = passage;
  }

  @Override
  public synchronized void rhythm(Optional<Rhythm> next) {
    rhythm = next;
  }

  @Override
  public synchronized void level(boolean next) {
    even = next;
  }

  @Override
  public synchronized Optional<Sentence> trouble() {
    Optional<Sentence> found = trouble;
    trouble = Optional.empty();
    return found;
  }

  @Override
  public synchronized void speed(double to) {
    speed = to;
  }

  @Override
  public synchronized double speed() {
    return speed;
  }

  @Override
  public synchronized Duration position() {
    return position;
  }

  @Override
  public synchronized Duration length() {
    return clip.length();
  }

  @Override
  public void await() {}

  @Override
  public void close() {}
}
