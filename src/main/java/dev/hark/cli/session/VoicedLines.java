package dev.hark.cli.session;

import dev.hark.voice.Ear;
import dev.hark.work.Mode;
import dev.hark.work.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a session that can be ended by voice too: nobody waits for a line once it is over, and
 * where no more lines come, the voice goes on alone.
 */
final class VoicedLines implements LineSource {
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(1);
  private final Session session;
  private final Ear ear;

  VoicedLines(LineSource in, Session session, Ear ear) {
    this.session = session;
    this.ear = ear;
    Thread.ofPlatform().daemon().name("lines").start(() -> read(in));
  }

  private void read(LineSource in) {
    try {
      String line = in.next();
      while (line != null) {
        lines.put(Optional.of(line));
        line = in.next();
      }
      lines.put(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public @Nullable String next() {
    try {
      while (session.mode() != Mode.ENDED) {
        Optional<String> line = lines.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        if (line != null && line.isEmpty()) {
          ear.await();
          return null;
        }
        if (line != null) {
          return line.get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }
}
