package dev.hark.work;

import dev.hark.audio.Joined;
import dev.hark.audio.Player;
import dev.hark.audio.Sound;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sounds of a held task, one after the other in one clip, and the keys that play them. */
final class Sounds {
  private static final Duration STEP = Duration.ofMillis(1500);
  private static final double[] SPEEDS = {
    0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3
  };

  private final Session session;
  private final List<Medium> media;
  private boolean loaded;

  Sounds(Session session, Question question) {
    this.session = session;
    this.media = audioOf(question);
  }

  private static List<Medium> audioOf(Question question) {
    List<Medium> all = new ArrayList<>(question.media());
    if (question instanceof Question.Form form) {
      form.parts().forEach(part -> all.addAll(part.media()));
    }
    return all.stream().filter(Medium::isAudio).toList();
  }

  int count() {
    return media.size();
  }

  /** Fetches and decodes; throws a fault where that cannot be done. */
  void load() {
    if (loaded || media.isEmpty()) {
      return;
    }
    List<Sound> clips = new ArrayList<>();
    for (Medium medium : media) {
      byte[] bytes = session.patience().ask(() -> session.desk().market().media(medium.id()));
      clips.add(session.desk().decoder().decode(bytes, medium.type()));
    }
    Player player = session.desk().player();
    player.load(Joined.of(clips, Duration.ofMillis(700)));
    player.speed(1);
    loaded = true;
  }

  /** Plays from the start, if there is anything to hear. */
  void begin() {
    if (!media.isEmpty()) {
      load();
      session.desk().player().toStart();
      session.desk().player().play();
    }
  }

  /**
   * Plays what comes before the task's own sound, once; the next play is of the task's own again,
   * from its start.
   */
  void playBefore(Medium medium) {
    byte[] bytes = session.patience().ask(() -> session.desk().market().media(medium.id()));
    Sound clip = session.desk().decoder().decode(bytes, medium.type());
    Player player = session.desk().player();
    player.pause();
    loaded = false;
    player.load(clip);
    player.play();
  }

  void silence() {
    session.desk().player().pause();
  }

  /** Play, pause, jumps and speed. */
  void act(Action action) {
    if (media.isEmpty()) {
      session.say().answer("session.no-sound");
      return;
    }
    load();
    Player player = session.desk().player();
    switch (action) {
      case PLAY -> {
        if (player.playing()) {
          player.pause();
          session.say().answer("session.paused", player.position());
        } else {
          player.play();
          session.say().progress("session.playing");
        }
      }
      case BACK -> jump(player, STEP.negated());
      case FORWARD -> jump(player, STEP);
      case SLOWER -> speed(player, -1);
      case FASTER -> speed(player, 1);
      default -> throw new IllegalArgumentException(action + " has no sound");
    }
  }

  private void jump(Player player, Duration by) {
    player.jump(by);
    if (!player.playing()) {
      session.say().answer("session.at", player.position(), player.length());
    }
  }

  private void speed(Player player, int steps) {
    int now = 0;
    while (now < SPEEDS.length - 1 && SPEEDS[now] < player.speed()) {
      now++;
    }
    int next = Math.clamp(now + steps, 0, SPEEDS.length - 1);
    player.speed(SPEEDS[next]);
    session.say().answer(next == now ? "session.speed-end" : "session.speed", SPEEDS[next]);
  }

  /** A fault about sound never stops the work; it is said. */
  void loadOrSay() {
    try {
      begin();
    } catch (Fault fault) {
      session.say().answer(fault.sentence());
      session.say().answer(Sentence.of("session.sound-again"));
    }
  }
}
