package dev.hark.audio;

import dev.hark.audio.SoundOutput.Track;
import dev.hark.audio.SoundOutput.Voice;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays on a sound output, by a thread of its own, and gives way to speech. Every change is heard
 * within about 30 ms.
 */
public final class ClipPlayer implements Player {
  /**
   * Where sound takes no time, play() returns after it, so that what is said next comes after it in
   * the files as well. Bounded, because speech may be in front.
   */
  private static final Duration UNPACED = Duration.ofSeconds(5);

  private static final Clip NOTHING = new Clip(new short[0], 16_000);
  private static final long NEVER = Long.MAX_VALUE;

  private final SoundOutput output;
  private final Floor floor;
  private final Thread thread;
  private final Trail trail = new Trail();

  private Course course = new Course(NOTHING, false);
  private short[] piece = new short[course.piece()];
  private double speed = 1;
  private boolean even;
  private Optional<Rhythm> rhythm = Optional.empty();
  private volatile boolean playing;

  /** When a rhythm goes on by itself, by {@link System#nanoTime}. */
  private long resumeAt = NEVER;

  private @Nullable Sentence trouble;
  private boolean closed;

  /** Ends, when it changes, what the thread is about to write. */
  private long turn;

  private @Nullable Voice voice;

  /**
   * @param floor shared with the speech; its listener for speech is this player
   */
  public ClipPlayer(SoundOutput output, Floor floor) {
    this.output = output;
    this.floor = floor;
    this.thread = Thread.ofPlatform().daemon().name("player").unstarted(this::run);
    floor.player(this::playing, this::speechChanged);
    thread.start();
  }

  @Override
  public void load(Sound sound) {
    synchronized (this) {
      halt();
      stopped();
      course.sound().close();
      trouble = null;
      course = new Course(sound, even);
      course.rhythm(rhythm);
      piece = new short[course.piece()];
      notifyAll();
    }
    floor.recordingChanged();
  }

  @Override
  public void play() {
    synchronized (this) {
      if (playing || closed || course.sound().size() == 0) {
        return;
      }
      if (course.atEnd()) {
        course.seek(0);
      }
      begin();
    }
    floor.recordingChanged();
    if (!output.kind().paced()) {
      await(UNPACED);
    }
  }

  private void begin() {
    course.beat();
    resumeAt = NEVER;
    playing = true;
    notifyAll();
  }

  private void stopped() {
    playing = false;
    resumeAt = NEVER;
  }

  @Override
  public void pause() {
    synchronized (this) {
      halt();
      stopped();
      notifyAll();
    }
    floor.recordingChanged();
  }

  @Override
  public boolean playing() {
    return playing;
  }

  @Override
  public synchronized void seek(Duration to) {
    halt();
    course.seek(course.samples(to));
    notifyAll();
  }

  @Override
  public synchronized void speed(double speed) {
    this.speed = Math.clamp(speed, 0.5, 3);
  }

  @Override
  public synchronized double speed() {
    return speed;
  }

  @Override
  public synchronized void repeat(Optional<Passage> passage) {
    halt();
    course.passage(passage);
    notifyAll();
  }

  @Override
  public synchronized void rhythm(Optional<Rhythm> next) {
    halt();
    rhythm = next;
    resumeAt = NEVER;
    course.rhythm(next);
    notifyAll();
  }

  @Override
  public synchronized void level(boolean even) {
    if (this.even != even) {
      halt();
      this.even = even;
      course = course.again(even);
      notifyAll();
    }
  }

  @Override
  public synchronized Duration position() {
    return time(heardAt());
  }

  @Override
  public synchronized Duration length() {
    return course.sound().length();
  }

  @Override
  public synchronized Optional<Sentence> trouble() {
    Optional<Sentence> found = Optional.ofNullable(trouble);
    trouble = null;
    return found;
  }

  private Duration time(double samples) {
    return Duration.ofNanos(Math.round(samples * 1e9 / course.rate()));
  }

  @Override
  public void await() {
    await(Duration.ofDays(1));
  }

  private synchronized void await(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    try {
      while ((playing || resumeAt != NEVER) && !closed && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void speechChanged() {
    synchronized (this) {
      if (!floor.freeForRecording()) {
        halt();
      }
      notifyAll();
    }
  }

  /** Silence now; the place is the last sample that was heard. */
  private void halt() {
    turn++;
    Voice open = voice;
    if (open != null) {
      open.stop();
      course.resume(heardAt());
      voice = null;
      open.close();
    }
    trail.clear();
  }

  private double heardAt() {
    Voice open = voice;
    return open == null ? course.at() : trail.place(open.heard(), course.at());
  }

  /** What the thread does next, outside of the lock. */
  private sealed interface Step {
    record Write(Voice to, short[] samples, int length) implements Step {}

    /** All was written: waits until it is heard. */
    record Drain(@Nullable Voice of, long turn, boolean rests) implements Step {}

    /** A rhythm goes on, and whoever waits for silence is told. */
    record Resumed() implements Step {}

    record Closed() implements Step {}
  }

  private void run() {
    while (true) {
      switch (step()) {
        case Step.Write(Voice to, short[] samples, int length) -> to.write(samples, length);
        case Step.Drain(Voice of, long mine, boolean rests) -> {
          if (of != null) {
            of.drain();
          }
          ended(mine, rests);
        }
        case Step.Resumed _ -> floor.recordingChanged();
        case Step.Closed _ -> {
          return;
        }
      }
    }
  }

  private synchronized Step step() {
    try {
      while (!closed && !(playing && floor.freeForRecording())) {
        long left = resumeAt == NEVER ? NEVER : resumeAt - System.nanoTime();
        if (left <= 0) {
          begin();
          return new Step.Resumed();
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return closed ? new Step.Closed() : sounding();
    } catch (InterruptedException e) {
      return new Step.Closed();
    } catch (Fault.BadFile broken) {
      trouble = broken.sentence();
      return new Step.Drain(voice, turn, false);
    }
  }

  private Step sounding() {
    Course.Next next = course.next();
    if (next == Course.Next.END || next == Course.Next.PAUSE) {
      return new Step.Drain(voice, turn, next == Course.Next.PAUSE);
    }
    if (next == Course.Next.AGAIN && !output.kind().paced()) {
      course.passage(Optional.empty());
      return new Step.Drain(voice, turn, false);
    }
    if (next == Course.Next.AGAIN) {
      course.again();
    }
    Voice to = opened();
    double at = course.at();
    int length = course.piece(speed, piece);
    trail.add(length, at, course.at(), speed);
    heardAt();
    return new Step.Write(to, piece, length);
  }

  private Voice opened() {
    Voice open = voice;
    if (open == null) {
      open = output.open(course.rate(), Track.TASK, "");
      voice = open;
      trail.clear();
    }
    return open;
  }

  private void ended(long mine, boolean rests) {
    synchronized (this) {
      if (turn != mine) {
        return;
      }
      Voice open = voice;
      if (open != null) {
        open.close();
        voice = null;
      }
      trail.clear();
      playing = false;
      if (rests) {
        course
            .rest()
            .map(rest -> output.kind().paced() ? rest : Duration.ZERO)
            .ifPresent(rest -> resumeAt = System.nanoTime() + rest.toNanos());
      }
      notifyAll();
    }
    floor.recordingChanged();
  }

  @Override
  public void close() {
    synchronized (this) {
      halt();
      stopped();
      closed = true;
      course.sound().close();
      notifyAll();
    }
    floor.recordingChanged();
    thread.interrupt();
  }
}
