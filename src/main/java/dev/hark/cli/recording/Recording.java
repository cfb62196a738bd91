package dev.hark.cli.recording;

import dev.hark.audio.cut.CutRules;
import dev.hark.audio.cut.Cutter;
import dev.hark.audio.cut.Levels;
import dev.hark.audio.cut.Span;
import dev.hark.audio.decode.SoundFacts;
import dev.hark.audio.decode.SoundFile;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * A recording that was read once to its end, and where it is to be cut.
 *
 * @param mix what becomes of its channels
 * @param facts what was found
 * @param pieces in order, at least one
 */
public record Recording(Path file, SoundFile.Mix mix, SoundFacts facts, List<Span> pieces) {
  private static final int TOLD_SECONDS = 600;

  public Recording {
    pieces = List.copyOf(pieces);
  }

  /**
   * Reads a recording.
   *
   * @param progress told after every ten minutes of sound
   * @throws Fault.BadFile where it cannot be read, or nobody speaks in it
   */
  public static Recording read(Path file, CutRules rules, Consumer<Sentence> progress) {
    return read(file, rules, SoundFile.Mix.ALL, progress);
  }

  private static Recording read(
      Path file, CutRules rules, SoundFile.Mix mix, Consumer<Sentence> progress) {
    String name = String.valueOf(file.getFileName());
    Levels levels = new Levels(SoundFile.RATE);
    short[] second = new short[SoundFile.RATE];
    try (SoundFile sound = SoundFile.open(file, mix)) {
      int length = sound.read(second);
      for (int seconds = 1; length >= 0; seconds++) {
        levels.add(second, length);
        if (seconds % TOLD_SECONDS == 0) {
          progress.accept(Sentence.of("recording.reading", name, Duration.ofSeconds(seconds)));
        }
        length = sound.read(second);
      }
      SoundFacts facts = sound.facts();
      if (facts.length().isZero()) {
        throw new Fault.BadFile(Sentence.of("audio.no-sound-in-it", name), null);
      }
      if (facts.turnedOver() && mix == SoundFile.Mix.ALL) {
        return read(file, rules, SoundFile.Mix.FIRST, progress);
      }
      List<Span> pieces = within(facts.length(), Cutter.cut(levels, rules));
      if (pieces.isEmpty()) {
        throw new Fault.BadFile(Sentence.of("recording.no-speech", name, facts.length()), null);
      }
      return new Recording(file, mix, facts, pieces);
    }
  }

  /** What is cut counts in frames, and the last one may end behind the recording. */
  private static List<Span> within(Duration length, List<Span> pieces) {
    return pieces.stream()
        .map(piece -> new Span(piece.start(), Math.min(piece.end(), length.toMillis())))
        .toList();
  }

  public String name() {
    return String.valueOf(file.getFileName());
  }

  /**
   * Tells it, by its content, and what is asked of it from all others.
   *
   * @return 64 letters and digits
   */
  public String digest(String asked) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(asked.getBytes(StandardCharsets.UTF_8));
      byte[] part = new byte[1 << 16];
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        digest.update(part, 0, length);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("audio.unreadable", name()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All pieces together. */
  public Duration toHear() {
    return pieces.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** What is in no piece, since nobody speaks there. */
  public Duration leftOut() {
    long last = 0;
    long out = 0;
    for (Span piece : pieces) {
      out += Math.max(0, piece.start() - last);
      last = piece.end();
    }
    return Duration.ofMillis(out + Math.max(0, facts.length().toMillis() - last));
  }

  /** Cuts for want of a pause. */
  public long cutsInSpeech() {
    long cuts = 0;
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).start() < pieces.get(i - 1).end()) {
        cuts++;
      }
    }
    return cuts;
  }

  /** What there is to say against the recording; one sentence each. */
  public List<Sentence> doubts() {
    List<Sentence> doubts = new ArrayList<>();
    if (facts.cutOff()) {
      doubts.add(
          facts
              .promised()
              .map(all -> Sentence.of("recording.cut-off", name(), facts.length(), all))
              .orElseGet(() -> Sentence.of("recording.no-end", name(), facts.length())));
    }
    if (facts.damaged() > 0) {
      doubts.add(Sentence.of("recording.damaged", name(), facts.damaged()));
    }
    if (facts.overdriven()) {
      doubts.add(Sentence.of("recording.overdriven", name()));
    }
    if (facts.twoSides()) {
      doubts.add(Sentence.of("recording.two-sides", name()));
    }
    if (facts.turnedOver()) {
      doubts.add(Sentence.of("recording.turned-over", name()));
    }
    return doubts;
  }
}
