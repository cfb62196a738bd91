package dev.hark.audio;

import dev.hark.audio.SoundOutput.Track;
import dev.hark.audio.SoundOutput.Voice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays clips on a sound output, by a thread of its own, and gives way to speech. Every change is
 * heard within about 30 ms.
 */
public final class ClipPlayer implements Player {
  /**
   * Where sound takes no time, play() returns after it, so that what is said next comes after it in
   * the files as well. Bounded, because speech may be in front.
   */
  private static final Duration UNPACED = Duration.ofSeconds(5);

  private static final Clip NOTHING = new Clip(new short[0], 16_000);

  private final SoundOutput output;
  private final Floor floor;
  private final Thread thread;

  private Clip clip = NOTHING;
  private Stretch stretch = new Stretch(NOTHING);
  private short[] piece = new short[stretch.piece()];
  private double speed = 1;
  private volatile boolean playing;
  private boolean closed;

  /** Ends, when it changes, what the thread is about to write. */
  private long turn;

  private @Nullable Voice voice;
  private long written;

  /** What was written and perhaps not yet heard, oldest first. */
  private final Deque<Mark> marks = new ArrayDeque<>();

  /**
   * From this sample of the voice on, its sound is that of the clip from {@code at} on.
   *
   * @param at samples of the clip
   */
  private record Mark(long from, double at, double speed) {}

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
  public void load(Clip clip) {
    synchronized (this) {
      halt();
      playing = false;
      this.clip = clip;
      stretch = new Stretch(clip);
      piece = new short[stretch.piece()];
      notifyAll();
    }
    floor.recordingChanged();
  }

  @Override
  public void play() {
    synchronized (this) {
      if (playing || closed || clip.samples().length == 0) {
        return;
      }
      if (stretch.at() >= clip.samples().length) {
        stretch.seek(0);
      }
      playing = true;
      notifyAll();
    }
    floor.recordingChanged();
    if (!output.kind().paced()) {
      await(UNPACED);
    }
  }

  @Override
  public void pause() {
    synchronized (this) {
      halt();
      playing = false;
      notifyAll();
    }
    floor.recordingChanged();
  }

  @Override
  public boolean playing() {
    return playing;
  }

  @Override
  public synchronized void jump(Duration by) {
    halt();
    stretch.seek(stretch.at() + by.toNanos() / 1e9 * clip.rate());
    notifyAll();
  }

  @Override
  public synchronized void toStart() {
    halt();
    stretch.seek(0);
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
  public synchronized Duration position() {
    return time(heardAt());
  }

  @Override
  public synchronized Duration length() {
    return clip.length();
  }

  private Duration time(double samples) {
    return Duration.ofNanos(Math.round(samples * 1e9 / clip.rate()));
  }

  @Override
  public void await() {
    await(Duration.ofDays(1));
  }

  private synchronized void await(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    try {
      while (playing && !closed && end - System.nanoTime() > 0) {
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
      stretch.seek(heardAt());
      voice = null;
      open.close();
    }
    marks.clear();
  }

  private double heardAt() {
    Voice open = voice;
    if (open == null) {
      return stretch.at();
    }
    long heard = open.heard();
    while (marks.size() > 1 && second().from() <= heard) {
      marks.removeFirst();
    }
    Mark mark = marks.peekFirst();
    return mark == null
        ? stretch.at()
        : Math.min(stretch.at(), mark.at() + Math.max(0, heard - mark.from()) * mark.speed());
  }

  private Mark second() {
    var each = marks.iterator();
    each.next();
    return each.next();
  }

  private void run() {
    while (true) {
      Voice to;
      short[] samples;
      int length;
      long mine;
      synchronized (this) {
        while (!closed && !(playing && floor.freeForRecording())) {
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (closed) {
          return;
        }
        mine = turn;
        to = opened();
        Mark mark = new Mark(written, stretch.at(), speed);
        samples = piece;
        length = stretch.next(speed, samples);
        if (length > 0) {
          marks.addLast(mark);
          written += length;
          heardAt();
        }
      }
      if (length > 0) {
        to.write(samples, length);
      } else {
        to.drain();
        ended(mine);
      }
    }
  }

  private Voice opened() {
    Voice open = voice;
    if (open == null) {
      open = output.open(clip.rate(), Track.TASK, "");
      voice = open;
      written = 0;
      marks.clear();
    }
    return open;
  }

  private void ended(long mine) {
    synchronized (this) {
      if (turn != mine) {
        return;
      }
      Voice open = voice;
      if (open != null) {
        open.close();
        voice = null;
      }
      marks.clear();
      playing = false;
      notifyAll();
    }
    floor.recordingChanged();
  }

  @Override
  public void close() {
    synchronized (this) {
      halt();
      playing = false;
      closed = true;
      notifyAll();
    }
    floor.recordingChanged();
    thread.interrupt();
  }
}
