package dev.hark.speech.espeak;

import dev.hark.speech.Programs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process of the next utterance, started ahead: it spends most of its time looking for its
 * voices before it reads a text. It waits for one on its standard input, and ends with this program
 * as that is closed then. Safe for use by several threads.
 */
final class EspeakReserve implements AutoCloseable {
  private @Nullable Ready ready;
  private boolean closed;

  /** Waits for a text. */
  private record Ready(List<String> command, Process process) {}

  /** The one that is ready to run this command, from now on the caller's; empty where none is. */
  synchronized Optional<Process> take(List<String> command) {
    Ready kept = ready;
    if (kept != null && kept.command().equals(command) && kept.process().isAlive()) {
      ready = null;
      return Optional.of(kept.process());
    }
    discard();
    return Optional.empty();
  }

  /** Starts one for the next that runs this command; does nothing where one is ready. */
  synchronized void prepare(List<String> command) {
    Ready kept = ready;
    if (closed || (kept != null && kept.command().equals(command))) {
      return;
    }
    discard();
    try {
      ready = new Ready(command, Programs.start(command));
    } catch (IOException e) {
      // The next utterance starts its own, and tells why it cannot.
      ready = null;
    }
  }

  private void discard() {
    if (ready != null) {
      ready.process().destroy();
      ready = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    discard();
  }
}
