package dev.hark.speech;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The utterance being said. Safe for use by several threads. */
final class Turn {
  private final Waiting.Item item;
  private @Nullable Synthesis synthesis;
  private Speaker.@Nullable Stream stream;
  private int samplesPerSecond;
  private boolean sounded;
  private boolean cut;

  Turn(Waiting.Item item) {
    this.item = item;
  }

  Utterance utterance() {
    return item.utterance();
  }

  Priority priority() {
    return item.priority();
  }

  boolean urgent() {
    return item.urgent();
  }

  /** Whether it was cut off once before. */
  boolean again() {
    return item.again();
  }

  synchronized boolean isCut() {
    return cut;
  }

  /** The sound that goes before its words; empty once it was asked for. */
  synchronized Optional<Earcon> earcon() {
    Optional<Earcon> sound = sounded ? Optional.empty() : utterance().manner().earcon();
    sounded = true;
    return sound;
  }

  /** Silence at once; what follows of this utterance is not said. */
  synchronized void cut() {
    cut = true;
    if (synthesis != null) {
      synthesis.cancel();
    }
    if (stream != null) {
      stream.stop();
    }
  }

  /**
   * A part of it is being made.
   *
   * @return false where somebody wants silence; then it was cancelled
   */
  synchronized boolean begins(Synthesis part) {
    if (cut) {
      part.cancel();
      return false;
    }
    synthesis = part;
    return true;
  }

  /** Where its sound goes: one stream from part to part, while the sample rate is the same. */
  Speaker.Stream stream(Speaker speaker, int rate) {
    Speaker.Stream open = open();
    if (open != null && samplesPerSecond == rate) {
      return open;
    }
    drain();
    close();
    Speaker.Stream next = speaker.open(rate, utterance());
    opened(next, rate);
    return next;
  }

  /** It is heard on a device of the engine's own. */
  void elsewhere(Speaker speaker) {
    if (open() == null) {
      opened(speaker.elsewhere(utterance()), 0);
    }
  }

  /** Samples a second of the stream that is open. */
  synchronized OptionalInt rate() {
    return stream == null ? OptionalInt.empty() : OptionalInt.of(samplesPerSecond);
  }

  private synchronized Speaker.@Nullable Stream open() {
    return stream;
  }

  private synchronized void opened(Speaker.Stream next, int rate) {
    stream = next;
    samplesPerSecond = rate;
    if (cut) {
      next.stop();
    }
  }

  /** Waits until all is heard that was made so far. */
  void drain() {
    Speaker.Stream open = open();
    if (open != null) {
      open.drain();
    }
  }

  void close() {
    Speaker.Stream open;
    synchronized (this) {
      open = stream;
      stream = null;
    }
    if (open != null) {
      open.close();
    }
  }
}
