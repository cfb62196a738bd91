package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.journal.Outbox;
import dev.hark.journal.OutboxEntry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One worker's session: actions, digits and typed words in, sentences out. It knows no screen, key
 * or microphone; front ends translate.
 *
 * <p>Every call answers before it returns, with at least one sentence or with what it does, and
 * never throws: what goes wrong is said, and the session goes on. Calls may come from several
 * threads; they are taken one after the other. The listener is called in the order in which things
 * are to be heard and must not call back into the session.
 */
public final class Session implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Session.class.getName());
  private static final Duration LAST_SEND = Duration.ofSeconds(3);

  private final Desk desk;
  private final Announcer announcer;
  private final Patience patience;
  private final Sending sending;
  private final Keeping keeping;
  private final Browsing browsing;
  private final Lookout lookout;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("session-clock").factory());
  private Stage stage;
  private boolean byWords;
  private @Nullable Microphone microphone;
  private boolean ended;
  private boolean spoken;

  /**
   * @param desk whom it works with; stays open when the session closes
   * @param listener hears all that is said
   */
  public Session(Desk desk, Consumer<Heard> listener) {
    this.desk = desk;
    this.announcer = new Announcer(listener);
    this.patience = new Patience(announcer);
    this.sending = new Sending(this);
    this.keeping = new Keeping(desk.market());
    this.browsing = new Browsing(this);
    this.lookout = new Lookout(this);
    this.stage = browsing;
  }

  /** Words are typed, and Enter; no key is pressed. */
  public synchronized void takeWords() {
    byWords = true;
  }

  /** From now on words can be said too. */
  public synchronized void hearBy(Microphone other) {
    microphone = other;
  }

  /** Says what is held or what can be done, and presents the first task. */
  public synchronized void start() {
    safely(
        () -> {
          sending.flush();
          browsing.open();
        });
    var _ = clockwork.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /** What the next key or line means. */
  public synchronized Mode mode() {
    return ended ? Mode.ENDED : stage.mode();
  }

  /** The text that is being typed, as the front end should show it when typing begins. */
  public synchronized String text() {
    return stage.text();
  }

  public synchronized void act(Action action) {
    act(action, "");
  }

  /**
   * Does an action with what was said behind its word, such as {@code 3 there} behind {@code
   * replace}.
   */
  public synchronized void act(Action action, String argument) {
    key(() -> dispatch(action, argument));
  }

  /** Where in the text the next letter goes, as an index, so that reading can begin there. */
  public synchronized void place(int at) {
    if (!ended) {
      stage.place(at);
    }
  }

  /**
   * Does what was perhaps misheard: what costs money or work, and would not be asked about when a
   * key was pressed, is done after a yes only.
   */
  public synchronized void actSpoken(Action action) {
    spoken = true;
    actCarefully(action);
    spoken = false;
  }

  private void actCarefully(Action action) {
    boolean ask =
        stage.mode() == Mode.BROWSING && (action == Action.ACCEPT || action == Action.HIDE);
    if (ask) {
      Sentence question =
          Sentence.of(action == Action.ACCEPT ? "session.accept-spoken" : "session.hide-spoken");
      key(() -> new Confirming(this, question, stage, () -> dispatch(action, "")).ask());
    } else {
      act(action);
    }
  }

  /** Whether what is done now was asked for by voice, and typing would be no help. */
  synchronized boolean isSpoken() {
    return spoken && microphone != null;
  }

  synchronized boolean isIn(Stage other) {
    return stage.equals(other);
  }

  /** Whether a yes or no is awaited. */
  public synchronized boolean asksYesOrNo() {
    return !ended && stage.asksYesOrNo();
  }

  /** What can be done now, in the order of help; nothing where a yes or no is awaited. */
  public synchronized List<Action> possible() {
    return ended ? List.of() : stage.possible();
  }

  /** Options can be chosen by saying a number from 1 up to this; 0 where there are none. */
  public synchronized int options() {
    return ended ? 0 : stage.options();
  }

  /** What a microphone took down counts like a key; from any thread. */
  synchronized void hear(Runnable what) {
    key(what);
  }

  synchronized Optional<Microphone> microphone() {
    return Optional.ofNullable(microphone);
  }

  /** Chooses an option by its number, counted from 1. */
  public synchronized void option(int number) {
    key(() -> stage.option(number));
  }

  /** Answers yes or no where that was asked. */
  public synchronized void confirm(boolean yes) {
    key(() -> stage.confirm(yes));
  }

  /** The whole text typed so far; in the journal when this returns, or a fault was said. */
  public synchronized void typed(String text) {
    if (!ended) {
      safely(() -> stage.typed(text));
    }
  }

  /** Typing is over, as by Enter. */
  public synchronized void typingDone() {
    key(stage::typingDone);
  }

  /**
   * Says that an answer which had waited was sent or refused. For the outbox's callback; may come
   * from any thread.
   */
  public void settled(OutboxEntry entry, Outbox.Result result) {
    sending.settled(new Theirs(entry.title()), result);
  }

  /** Says that a call waits, and why. May come from any thread. */
  public void waits(Sentence why) {
    patience.waits(why);
  }

  /** Looks at the clock; called every second by the session itself. */
  public synchronized void tick() {
    if (!ended) {
      safely(stage::tick);
      safely(() -> lookout.tell(stage.mode() == Mode.BROWSING));
    }
  }

  private void key(Runnable what) {
    if (ended) {
      return;
    }
    announcer.newKey();
    safely(
        () -> {
          stage.beforeKey();
          what.run();
        });
  }

  private void safely(Runnable what) {
    try {
      what.run();
    } catch (Fault fault) {
      LOG.log(Level.INFO, "said to the worker: " + fault.getMessage(), fault);
      announcer.answer(fault.sentence());
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "a defect in the session", defect);
      announcer.answer("session.defect");
    }
  }

  private void dispatch(Action action, String argument) {
    switch (action) {
      case REPEAT -> announcer.repeat();
      case SAY_SLOWER -> announcer.slower();
      case SPELL_LAST -> announcer.spell();
      case SILENCE -> desk.player().pause();
      case HELP -> Help.say(stage.mode(), byWords, announcer);
      case EARNINGS -> EarningsWords.say(patience.ask(() -> desk.earnings()), announcer);
      case WHERE -> stage.where();
      case WATCH -> lookout.toggle();
      case LISTEN ->
          microphone()
              .ifPresentOrElse(
                  Microphone::command, () -> announcer.answer("session.no-microphone"));
      case CHECK_MICROPHONE -> checkMicrophone();
      case QUIT -> quit();
      default -> stage.act(action, argument);
    }
  }

  private void checkMicrophone() {
    if (microphone == null) {
      announcer.answer("session.no-microphone");
    } else if (microphone.dictating()) {
      announcer.answer("session.recording");
    } else {
      desk.player().pause();
      announcer.answer("session.speak-to-check", Microphone.CHECK);
      microphone.check(told -> hear(() -> announcer.answer(told)));
    }
  }

  /** Of what is typed now, where that is an answer. */
  public synchronized Optional<Locale> language() {
    return ended ? Optional.empty() : stage.language();
  }

  /** Whether an answer is being said, so that it can be thrown away. */
  public synchronized boolean isRecording() {
    return !ended && microphone != null && microphone.dictating();
  }

  private void quit() {
    if (stage.mode() == Mode.TYPING && !(stage instanceof Holding)) {
      stage.act(Action.QUIT);
    } else if (stage.leavesWork()) {
      new Confirming(this, Sentence.of("session.quit-held"), stage, this::end).ask();
    } else {
      end();
    }
  }

  private void end() {
    desk.player().pause();
    announcer.answer("session.goodbye");
    ended = true;
  }

  Desk desk() {
    return desk;
  }

  Announcer say() {
    return announcer;
  }

  Patience patience() {
    return patience;
  }

  Sending sending() {
    return sending;
  }

  Keeping keeping() {
    return keeping;
  }

  Browsing browsing() {
    return browsing;
  }

  void enter(Stage next) {
    stage = next;
  }

  /** Stops the clock and gives answers on their way a last moment; what is not sent is kept. */
  @Override
  public void close() {
    clockwork.shutdownNow();
    lookout.close();
    keeping.close();
    sending.awaitAll(LAST_SEND);
  }
}
