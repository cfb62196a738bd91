package dev.hark.work;

import dev.hark.audio.Passage;
import dev.hark.audio.Player;
import dev.hark.audio.Rhythm;
import dev.hark.wording.Place;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that play a held task's sound: pause, jumps, speed, a mark, a passage, a rhythm. */
final class Playing {
  private static final Duration STEP = Duration.ofMillis(1500);
  private static final Duration FAR = Duration.ofSeconds(5);

  /** So much is heard again after a pause, since nobody remembers half a word. */
  private static final Duration STEP_BACK = Duration.ofSeconds(1);

  /** What is heard where the end is asked for. */
  private static final Duration LAST = Duration.ofSeconds(2);

  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final double[] SPEEDS = {
    0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3
  };

  private final Session session;
  private Optional<Rhythm> rhythm;
  private boolean even;
  private @Nullable Duration pausedAt;
  private @Nullable Duration mark;
  private @Nullable Duration loopFrom;
  private boolean loops;

  Playing(Session session) {
    this.session = session;
    this.rhythm = session.desk().byEar().rhythm();
    this.even = session.desk().byEar().level();
  }

  private Player player() {
    return session.desk().player();
  }

  /** The task's own sound was loaded. */
  void begin() {
    player().speed(1);
    player().level(even);
    player().rhythm(rhythm);
    pausedAt = null;
    loopFrom = null;
    loops = false;
  }

  /**
   * @param argument what was said behind the word; empty for a key
   */
  void act(Action action, String argument) {
    switch (action) {
      case PLAY -> play();
      case BACK -> to(player().position().minus(STEP));
      case FORWARD -> to(player().position().plus(STEP));
      case FAR_BACK -> to(player().position().minus(FAR));
      case FAR_FORWARD -> to(player().position().plus(FAR));
      case TO_START -> to(Duration.ZERO);
      case TO_END -> to(player().length().minus(LAST));
      case SLOWER -> speed(-1);
      case FASTER -> speed(1);
      case MARK -> {
        mark = player().position();
        session.say().answer("ear.marked", new Place(mark));
      }
      case TO_MARK -> toMark();
      case LOOP -> loop();
      case RHYTHM -> rhythm(argument);
      case LEVEL -> {
        even = !even;
        player().level(even);
        session.say().answer(even ? "ear.level-on" : "ear.level-off");
      }
      default -> throw new IllegalArgumentException(action + " has no sound");
    }
  }

  private void play() {
    Player player = player();
    if (player.playing()) {
      player.pause();
      pausedAt = player.position();
      session.say().answer("session.paused", new Place(pausedAt));
      return;
    }
    Duration here = player.position();
    if (here.equals(pausedAt) && here.compareTo(player.length()) < 0) {
      player.jump(STEP_BACK.negated());
    }
    pausedAt = null;
    player.play();
    session.say().progress("session.playing");
  }

  /** What sounds tells by itself where it is. */
  private void to(Duration place) {
    Player player = player();
    player.seek(place.isNegative() ? Duration.ZERO : place);
    if (!player.playing()) {
      session.say().answer("session.at", new Place(player.position()), new Place(player.length()));
    }
  }

  private void toMark() {
    if (mark == null) {
      session.say().answer("ear.no-mark");
    } else {
      to(mark);
    }
  }

  /** Once where it begins, once where it ends, and once more to stop it. */
  private void loop() {
    Player player = player();
    Duration here = player.position();
    if (loops) {
      player.repeat(Optional.empty());
      loops = false;
      loopFrom = null;
      session.say().answer("ear.loop-off");
    } else if (loopFrom == null) {
      loopFrom = here;
      session.say().answer("ear.loop-begins", new Place(here));
    } else if (here.minus(loopFrom).abs().compareTo(SHORTEST) < 0) {
      session.say().answer("ear.loop-short");
    } else {
      boolean forward = here.compareTo(loopFrom) > 0;
      Passage passage = forward ? new Passage(loopFrom, here) : new Passage(here, loopFrom);
      player.repeat(Optional.of(passage));
      player.seek(passage.from());
      loops = true;
      session.say().answer("ear.loop", new Place(passage.from()), new Place(passage.to()));
      player.play();
    }
  }

  private void rhythm(String argument) {
    String asked = argument.strip().toLowerCase(Locale.ROOT);
    Optional<Rhythm> next;
    if (asked.isEmpty()) {
      next =
          rhythm.isPresent()
              ? Optional.empty()
              : session.desk().byEar().rhythm().or(() -> Optional.of(ByEar.FIVE_SECONDS));
    } else if (asked.equals("off") || asked.equals("uit")) {
      next = Optional.empty();
    } else {
      next = ByEar.rhythm(asked);
      if (next.isEmpty()) {
        session.say().answer("ear.rhythm-unknown", argument.strip());
        return;
      }
    }
    rhythm = next;
    player().rhythm(next);
    next.ifPresentOrElse(
        now ->
            now.rest()
                .ifPresentOrElse(
                    rest -> session.say().answer("ear.rhythm-rests", now.play(), rest),
                    () -> session.say().answer("ear.rhythm-waits", now.play())),
        () -> session.say().answer("ear.rhythm-off"));
  }

  private void speed(int steps) {
    Player player = player();
    int now = 0;
    while (now < SPEEDS.length - 1 && SPEEDS[now] < player.speed()) {
      now++;
    }
    int next = Math.clamp(now + steps, 0, SPEEDS.length - 1);
    player.speed(SPEEDS[next]);
    session.say().answer(next == now ? "session.speed-end" : "session.speed", SPEEDS[next]);
  }
}
