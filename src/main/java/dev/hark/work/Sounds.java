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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sounds of a held task, one after the other in one clip, and what is done with them. */
final class Sounds {
  private final Session session;
  private final List<Medium> media;
  private final Playing playing;
  private @Nullable Fetching fetching;
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

  /**
   * Has the sound at hand.
   *
   * @return false where it is still on its way, which was said
   * @throws Fault where it cannot be had, or is no sound
   */
  private boolean load() {
    if (loaded || media.isEmpty()) {
      return true;
    }
    Fetching coming = fetching;
    if (coming != null && !coming.isOver()) {
      session.say().answer(coming.progress());
      return false;
    }
    Fetching now = coming == null ? new Fetching(session, media) : coming;
    fetching = now;
    Optional<List<Sound>> clips = Optional.empty();
    try {
      clips = now.soon();
    } finally {
      if (now.isOver()) {
        fetching = null;
      }
    }
    if (clips.isEmpty()) {
      session.say().answer("session.sound-comes", now.progress());
      return false;
    }
    load(clips.get());
    return true;
  }

  private void load(List<Sound> clips) {
    session.desk().player().load(Joined.of(clips, Duration.ofMillis(700)));
    playing.begin();
    loaded = true;
  }

  /** Plays from the start, if there is anything to hear; by itself where that has to come yet. */
  void begin() {
    if (!media.isEmpty() && load()) {
      session.desk().player().toStart();
      session.desk().player().play();
    }
  }

  /**
   * Plays what comes before the task's own sound, once; the next play is of the task's own again,
   * from its start.
   */
  void playBefore(Medium medium) {
    Fetching before = new Fetching(session, List.of(medium));
    Optional<List<Sound>> clips = before.soon();
    if (clips.isEmpty()) {
      before.stop();
      session.say().answer(before.progress());
      return;
    }
    Player player = session.desk().player();
    loaded = false;
    player.load(clips.get().getFirst());
    player.rhythm(Optional.empty());
    player.play();
  }

  /** The task is over. */
  void end() {
    silence();
    if (fetching != null) {
      fetching.stop();
      fetching = null;
    }
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
    if (load()) {
      playing.act(action, argument);
    }
  }

  /** Plays what has come meanwhile, and says why a sound broke off, once. */
  void tick() {
    if (fetching != null && fetching.isOver()) {
      loadOr(session.say()::alert);
    }
    session.desk().player().trouble().ifPresent(session.say()::alert);
  }

  /** A fault about sound never stops the work; it is said. */
  void loadOrSay() {
    loadOr(session.say()::answer);
  }

  private void loadOr(Consumer<Sentence> say) {
    try {
      begin();
    } catch (Fault fault) {
      say.accept(fault.sentence());
      say.accept(Sentence.of("session.sound-again"));
    }
  }
}
