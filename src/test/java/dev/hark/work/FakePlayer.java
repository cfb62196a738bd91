package dev.hark.work;

import dev.hark.audio.Clip;
import dev.hark.audio.Player;
import java.time.Duration;

/** A player that only keeps count. */
final class FakePlayer implements Player {
  private Clip clip = new Clip(new short[0], 16_000);
  private boolean playing;
  private double speed = 1;
  private Duration position = Duration.ZERO;

  @Override
  public synchronized void load(Clip next) {
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
  public synchronized void jump(Duration by) {
    Duration to = position.plus(by);
    position = to.isNegative() ? Duration.ZERO : to;
  }

  @Override
  public synchronized void toStart() {
    position = Duration.ZERO;
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
