package dev.hark.voice;

import dev.hark.audio.SoundInput;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.listen.Endpoints;
import dev.hark.speech.listen.Recognizer;
import dev.hark.work.Microphone;
import dev.hark.work.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The microphone of a session: commands after a key, or hands free after a phrase, and answers that
 * are said. One thread owns the microphone and the recognisers; the device is open only while
 * something is listened for. A microphone that is lost is waited for while commands are hands free;
 * a fault of the program is told, and after {@link #MOST_FAULTS} of them the session goes on by
 * keys. Safe for use by several threads.
 */
public final class Ear implements Microphone, AutoCloseable {
  private static final Logger LOG = System.getLogger(Ear.class.getName());
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration NEXT_LOOK = Duration.ofSeconds(1);
  private static final Duration LATE = Duration.ofMillis(700);

  /** So many, each within {@link #CALM} of the one before, are no accident. */
  private static final int MOST_FAULTS = 3;

  /** A minute of sound, in steps of 10 ms. */
  private static final int CALM = 6000;

  private final SoundInput input;
  private final Voices voices;
  private final Attention attention;
  private final Host host;
  private final boolean headphones;
  private boolean handsFree;
  private final Thread thread;
  private @Nullable Wanted wanted;
  private boolean commandWanted;
  private boolean enough;
  private boolean dropped;
  private @Nullable Consumer<Sentence> checkWanted;
  private boolean closed;
  private boolean lost;
  private boolean ready;
  private int faults;
  private int calm;
  private volatile @Nullable Dictating dictating;
  private volatile @Nullable Checking checking;

  private record Wanted(Optional<Locale> language, Consumer<Taken> taken) {}

  private record Checking(MicrophoneCheck.Trial trial, Consumer<Sentence> told) {}

  /**
   * Loads nothing and opens nothing before something is listened for.
   *
   * @param handsFree whether commands are listened for all the time, behind the phrase that wakes
   * @param headphones whether the microphone cannot hear what Hark says
   */
  public Ear(
      SoundInput input,
      Voices voices,
      Session session,
      Host host,
      boolean handsFree,
      boolean headphones) {
    this.input = input;
    this.voices = voices;
    this.host = host;
    this.handsFree = handsFree;
    this.headphones = headphones;
    this.attention =
        new Attention(
            new Commands(session, voices.book(), host), voices.book(), host, handsFree, headphones);
    this.thread = Thread.ofPlatform().daemon().name("microphone").unstarted(this::run);
  }

  /** Begins; where commands are hands free, says how once they are understood. */
  public void start() {
    thread.start();
  }

  @Override
  public synchronized void command() {
    host.giveWay();
    commandWanted = true;
    notifyAll();
  }

  @Override
  public synchronized void dictate(Optional<Locale> language, Consumer<Taken> taken) {
    wanted = new Wanted(language, taken);
    enough = false;
    notifyAll();
  }

  @Override
  public synchronized boolean dictating() {
    return wanted != null || (dictating != null && !dropped);
  }

  @Override
  public synchronized void drop() {
    wanted = null;
    dropped = dictating != null;
  }

  @Override
  public synchronized void check(Consumer<Sentence> told) {
    checkWanted = told;
    notifyAll();
  }

  /** Whether an answer is said, or it is listened to how well somebody is heard. */
  public synchronized boolean busy() {
    return dictating() || checkWanted != null || checking != null;
  }

  @Override
  public synchronized void finish() {
    enough = true;
  }

  /** Waits until nothing is listened for: the session is over, or the sound or microphone is. */
  public synchronized void await() {
    try {
      while (thread.isAlive() && isWanted() && !lost) {
        wait(GLANCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (somethingToDo() && !attention.isOver()) {
      try (SoundInput.Source source = input.open()) {
        listen(source);
      } catch (Fault fault) {
        failed(fault.sentence());
      } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
        LOG.log(Level.WARNING, "listening failed", e);
        stumbled();
      }
    }
  }

  /** Whatever failed is not to end listening; what fails again and again does. */
  private void stumbled() {
    voices.startAgain();
    attention.forget();
    faults = calm > CALM ? 1 : faults + 1;
    calm = 0;
    if (faults >= MOST_FAULTS) {
      faults = 0;
      failed(Sentence.of("listen.gave-up"));
    } else {
      answer(Sentence.of("listen.stumbled"));
    }
  }

  private synchronized boolean somethingToDo() {
    try {
      while (!closed && !isWanted()) {
        notifyAll();
        wait();
      }
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt this thread; it ends as close() would end it.
      closed = true;
    }
    return !closed;
  }

  private boolean isWanted() {
    return handsFree || asked() || dictating != null || checking != null || attention.open();
  }

  private void listen(SoundInput.Source source) {
    short[] step = new short[Endpoints.STEP];
    while (isListening() && !attention.isOver()) {
      if (!source.read(step)) {
        ended(source.trouble());
        return;
      }
      found();
      calm++;
      take(step);
    }
  }

  private void ended(Optional<Sentence> trouble) {
    if (trouble.isPresent() && input.mayReturn() && isHandsFree()) {
      lost(trouble.get());
    } else {
      failed(trouble.orElseGet(() -> Sentence.of("listen.sound-over")));
    }
  }

  private synchronized boolean isHandsFree() {
    return handsFree;
  }

  /** Told once; from then on it is looked for now and then. */
  private void lost(Sentence why) {
    boolean known;
    synchronized (this) {
      known = lost;
      lost = true;
    }
    if (!known || asked()) {
      answer(why);
    }
    awaitNextLook();
  }

  private synchronized void awaitNextLook() {
    long end = System.nanoTime() + NEXT_LOOK.toNanos();
    try {
      for (long left = NEXT_LOOK.toMillis(); left > 0 && !closed && !asked(); ) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private synchronized boolean asked() {
    return commandWanted || wanted != null || checkWanted != null;
  }

  private void found() {
    synchronized (this) {
      if (!lost) {
        return;
      }
      lost = false;
    }
    host.say(Sentence.of("listen.microphone-back", voices.book().wakePhrase()), Priority.PROGRESS);
  }

  private synchronized boolean isListening() {
    return !closed && isWanted();
  }

  private void take(short[] step) {
    begin();
    Dictating now = dictating;
    Checking check = checking;
    if (now != null) {
      dictate(now, step);
    } else if (check != null) {
      check(check, step);
    } else {
      attention.take(step);
    }
  }

  private void dictate(Dictating now, short[] step) {
    if (host.audible() && !headphones) {
      now.miss();
    } else if (!now.take(step) || isEnough()) {
      // Who pressed a key knows that it is written.
      Optional<Sentence> more = isEnough() ? now.end() : slowly("session.writing", now::end);
      if (!isDropped()) {
        more.ifPresent(sentence -> host.say(sentence, Priority.ANSWER));
      }
      host.answered();
      attention.openAgain();
    }
  }

  /** Does what may take longer than a moment, and says so where it does. */
  private <T> T slowly(String what, Supplier<T> work) {
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            () -> host.say(Sentence.of(what), Priority.PROGRESS),
            CompletableFuture.delayedExecutor(LATE.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return work.get();
    } finally {
      late.cancel(false);
    }
  }

  private void check(Checking check, short[] step) {
    if (!host.audible() && !check.trial().take(step)) {
      check.told().accept(check.trial().end().told());
      host.answered();
      attention.openAgain();
      checking = null;
    }
  }

  private synchronized boolean isDropped() {
    return dropped;
  }

  private synchronized boolean isEnough() {
    return enough;
  }

  /** What was asked for since the last step. */
  private void begin() {
    Wanted now;
    Consumer<Sentence> told;
    boolean command;
    boolean free;
    boolean drop;
    synchronized (this) {
      now = wanted;
      told = checkWanted;
      checkWanted = null;
      drop = dropped;
      dropped = false;
      command = commandWanted;
      free = handsFree;
      commandWanted = false;
    }
    Dictating former = dictating;
    if (drop && former != null) {
      former.drop();
      dictating = null;
    }
    if (told != null) {
      checking = new Checking(new MicrophoneCheck.Trial(), told);
    }
    if (command || free) {
      attention.use(voices.commands(this::loading));
    }
    if (free && !ready) {
      ready = true;
      host.say(Sentence.of("listen.say-wake", voices.book().wakePhrase()), Priority.PROGRESS);
    }
    if (command) {
      attention.press();
    }
    if (now != null) {
      begin(now);
    }
  }

  private void begin(Wanted now) {
    try {
      Recognizer recognizer = slowly("listen.loading", () -> voices.dictation(now.language()));
      Dictating begun = new Dictating(recognizer, toTheEnd(now.taken()));
      dictating = begun;
      if (isStill(now)) {
        now.taken().accept(new Taken.Began());
        host.answered();
      } else {
        dictating = null;
        begun.drop();
      }
    } catch (Fault fault) {
      // Commands may be in a language that is understood: only this answer cannot be said.
      if (isStill(now)) {
        now.taken().accept(new Taken.Failed(fault.sentence()));
        host.answered();
      }
    }
  }

  /** While the recogniser was loaded it may have been dropped, and another asked for. */
  private synchronized boolean isStill(Wanted now) {
    boolean still = now.equals(wanted);
    if (still) {
      wanted = null;
    }
    return still;
  }

  /** Who is told how it ended may begin the next at once. */
  private Consumer<Taken> toTheEnd(Consumer<Taken> taken) {
    return what -> {
      if (what.isLast()) {
        dictating = null;
      }
      taken.accept(what);
    };
  }

  private void loading() {
    host.say(Sentence.of("listen.loading"), Priority.PROGRESS);
  }

  /** Nothing can be heard from now on, and hands free is over, once who waits for it knows why. */
  private void failed(Sentence why) {
    answer(why);
    synchronized (this) {
      handsFree = false;
    }
  }

  /** Nothing can be heard now; what waited for it is told why. */
  private void answer(Sentence why) {
    Dictating now = dictating;
    Checking check = checking;
    Wanted waiting;
    Consumer<Sentence> checkWaiting;
    synchronized (this) {
      waiting = wanted;
      checkWaiting = check == null ? checkWanted : check.told();
      checkWanted = null;
      dropped = false;
      wanted = null;
      commandWanted = false;
    }
    attention.shut();
    dictating = null;
    checking = null;
    if (checkWaiting != null) {
      checkWaiting.accept(why);
    }
    if (now != null) {
      now.cutOff(why).ifPresent(more -> host.say(more, Priority.ANSWER));
    } else if (waiting != null) {
      waiting.taken().accept(new Taken.Failed(why));
    } else if (checkWaiting == null && !attention.isOver()) {
      host.say(why, Priority.ALERT);
    }
    host.answered();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
