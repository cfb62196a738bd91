package dev.hark.work;

import dev.hark.audio.Sound;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Transfer;
import dev.hark.task.Medium;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sounds on their way here, opened as they come. The session goes on meanwhile. Used under the
 * session's lock.
 */
final class Fetching {
  /** A key that needs the sound waits so long for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Session session;
  private final Transfer transfer = new Transfer();
  private final CompletableFuture<List<Sound>> result;

  Fetching(Session session, List<Medium> media) {
    this.session = session;
    this.result = Patience.begin(() -> fetch(media));
  }

  private List<Sound> fetch(List<Medium> media) {
    List<Sound> opened = new ArrayList<>();
    try {
      for (Medium medium : media) {
        opened.add(open(medium));
      }
      return opened;
    } catch (RuntimeException e) {
      opened.forEach(Sound::close);
      throw e;
    }
  }

  private Sound open(Medium medium) {
    var file = session.desk().market().media(medium.id(), transfer);
    try {
      return session.desk().decoder().decode(file, medium.type());
    } catch (Fault.BadFile e) {
      session.desk().market().forgetMedia(medium.id());
      throw e;
    }
  }

  /**
   * The sounds, for the caller to close, where they come soon; empty where they are still on their
   * way.
   *
   * @throws Fault where one cannot be had, or is no sound
   */
  Optional<List<Sound>> soon() {
    return session.patience().await(result, PATIENCE) ? Optional.of(sounds()) : Optional.empty();
  }

  boolean isOver() {
    return result.isDone();
  }

  /** Once it is over. */
  List<Sound> sounds() {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw Patience.unwrapped(e);
    }
  }

  Sentence progress() {
    return transfer.sentence();
  }

  /** Nobody wants to hear them any more. */
  void stop() {
    transfer.stop();
    var _ = result.thenAccept(sounds -> sounds.forEach(Sound::close));
  }
}
