package dev.hark.speech.dispatcher;

import dev.hark.speech.Pcm;
import dev.hark.speech.PlainText;
import dev.hark.speech.UnspeakableTextException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One text on its way through a speech server: pieces are queued one ahead, paced by its events.
 */
final class DispatcherTalk {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final long BEGIN_PATIENCE = Duration.ofSeconds(4).toNanos();

  /** Nobody speaks a word in less, so what is over sooner was not said. */
  private static final long LEAST_NANOS_A_WORD = Duration.ofMillis(20).toNanos();

  private final SsipConnection connection;
  private final Deque<String> waiting;
  private final Deque<Piece> queued = new ArrayDeque<>();
  private final int rate;
  private final Pcm out;
  private boolean heard;
  private boolean paused;
  private long since = System.nanoTime();
  private long turn = since;
  private boolean begun;

  private record Piece(String id, String text) {
    int words() {
      return PlainText.hasWords(text) ? text.strip().split("\\s+", -1).length : 0;
    }
  }

  DispatcherTalk(SsipConnection connection, List<String> pieces, int rate, Pcm out) {
    this.connection = connection;
    this.waiting = new ArrayDeque<>(pieces);
    this.rate = rate;
    this.out = out;
  }

  /**
   * Returns when all was heard, or nobody listens any more.
   *
   * @throws IOException where the server ended or does not answer
   * @throws IllegalStateException where it does not begin, or does not end, or made no sound
   */
  void run() throws IOException {
    refill();
    while (!queued.isEmpty() && out.wanted()) {
      SsipReply event = connection.event(STEP);
      if (event != null && about(event)) {
        react(event);
      }
      if (heard && !out.elsewhere()) {
        break;
      }
      requireAlive();
    }
    if (!queued.isEmpty()) {
      // What was queued between the stop and this thread's notice of it.
      connection.ask("CANCEL SELF");
    }
  }

  private void refill() throws IOException {
    while (queued.size() < 2 && !waiting.isEmpty() && out.wanted()) {
      String text = waiting.removeFirst();
      queued.add(new Piece(connection.speak(text), text));
    }
  }

  private boolean about(SsipReply event) {
    return !queued.isEmpty() && event.lines().getFirst().equals(queued.getFirst().id());
  }

  private void react(SsipReply event) throws IOException {
    switch (event.code()) {
      case SsipReply.BEGIN -> {
        begun = true;
        heard = true;
        since = System.nanoTime();
      }
      case SsipReply.END -> {
        Piece said = queued.removeFirst();
        // From its turn, not from its begin: over TCP the news of a begin may come late.
        long took = System.nanoTime() - turn;
        if (said.words() > 0 && (!begun || took < said.words() * LEAST_NANOS_A_WORD)) {
          throw new UnspeakableTextException(DispatcherSynthesizer.NAME);
        }
        next();
      }
      case SsipReply.CANCELED -> {
        // By the person, with a key of their screen reader: they want no more of this.
        queued.clear();
        waiting.clear();
      }
      case SsipReply.PAUSED -> paused = true;
      case SsipReply.RESUMED -> {
        paused = false;
        since = System.nanoTime();
      }
      default -> {}
    }
  }

  private void next() throws IOException {
    begun = false;
    since = System.nanoTime();
    turn = since;
    refill();
  }

  private void requireAlive() {
    if (queued.isEmpty() || paused) {
      return;
    }
    long bound =
        begun
            ? BEGIN_PATIENCE + queued.getFirst().text().length() * 60_000_000_000L / 2 / rate
            : BEGIN_PATIENCE;
    if (System.nanoTime() - since > bound) {
      throw new IllegalStateException(begun ? "does not end" : "does not begin");
    }
  }
}
