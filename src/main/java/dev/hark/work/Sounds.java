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
import java.util.Optional;

/** The sounds of a held task, one after the other in one clip, and what is done with them. */
final class Sounds {
  private final Session session;
  private final List<Medium> media;
  private final Playing playing;
  private boolean loaded;

  Sounds(Session session, Question question) {
    this.session = session;
    this.media = audioOf(question);
    this.playing = new Playing(session);
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
    playing.begin();
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
    loaded = false;
    player.load(clip);
    player.rhythm(Optional.empty());
    player.play();
  }

  void silence() {
    session.desk().player().pause();
  }

  /**
   * Whatever is done with the sound.
   *
   * @param argument what was said behind the word; empty for a key
   */
  void act(Action action, String argument) {
    if (media.isEmpty()) {
      session.say().answer("session.no-sound");
      return;
    }
    load();
    playing.act(action, argument);
  }

  /** Says why a sound broke off, once. */
  void tick() {
    session.desk().player().trouble().ifPresent(session.say()::alert);
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
