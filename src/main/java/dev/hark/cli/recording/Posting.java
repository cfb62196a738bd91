package dev.hark.cli.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.audio.cut.PieceReader;
import dev.hark.audio.cut.Span;
import dev.hark.audio.decode.SoundFile;
import dev.hark.fault.Sentence;
import dev.hark.journal.HalfSent;
import dev.hark.market.hub.JobDesk;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.JobJson;
import dev.hark.wire.Json;
import dev.hark.wire.NewJobJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends a recording piece by piece and makes the job of it. The terms and what was sent are noted,
 * so that the same posting, made again after whatever broke it off, goes on where it was, at the
 * same price; once the job is made it only tells which one.
 *
 * @param progress told about every five seconds
 */
public record Posting(RequesterDesk desk, JobDesk jobs, Consumer<Sentence> progress) {
  private static final long TOLD_EVERY = Duration.ofSeconds(5).toNanos();

  /**
   * A recording that is posted, or was.
   *
   * @param note where the terms, what was sent and the job stand on this computer
   * @param key what the hub knows the job by, from whichever computer it was posted
   */
  public record Sent(Recording recording, HalfSent note, String key) {
    private List<String> lines() {
      return note.lines();
    }

    private int pieces() {
      return recording.pieces().size();
    }

    /** The terms under which an earlier run on this computer has begun; empty where none has. */
    public Optional<NewJobJson> begun() {
      return lines().stream().findFirst().map(Posting::read);
    }
  }

  /** The job that an earlier run has made, here or elsewhere, at whatever price. */
  public Optional<JobJson> made(Sent sent) {
    List<String> lines = sent.lines();
    return lines.size() >= sent.pieces() + 2
        ? Optional.of(jobs.job(lines.get(sent.pieces() + 1)))
        // Earlier versions had one key for both.
        : jobs.posted(sent.key()).or(() -> jobs.posted(sent.note().key()));
  }

  /**
   * Posts what was not posted before.
   *
   * @param asked the job without its pieces; where an earlier run has begun, its terms stay
   */
  public JobJson post(Sent sent, NewJobJson asked) {
    HalfSent note = sent.note();
    Recording recording = sent.recording();
    List<String> lines = new ArrayList<>(sent.lines());
    if (lines.isEmpty()) {
      lines.add(text(asked));
      note.add(lines.getFirst());
    }
    List<String> media = lines.subList(1, lines.size());
    send(recording, media, note);
    NewJobJson job = read(lines.getFirst()).with(pieces(recording, media));
    JobJson made = jobs.post(job, sent.key());
    note.add(made.id());
    return made;
  }

  private static String text(NewJobJson job) {
    try {
      return Json.MAPPER.writeValueAsString(job);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers always become JSON", e);
    }
  }

  private static NewJobJson read(String line) {
    try {
      return Json.MAPPER.readValue(line, NewJobJson.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note that this program did not write", e);
    }
  }

  private static List<NewJobJson.NewPieceJson> pieces(Recording recording, List<String> media) {
    List<NewJobJson.NewPieceJson> pieces = new ArrayList<>();
    for (int i = 0; i < media.size(); i++) {
      Span piece = recording.pieces().get(i);
      pieces.add(new NewJobJson.NewPieceJson(media.get(i), piece.start(), piece.end()));
    }
    return pieces;
  }

  private void send(Recording recording, List<String> media, HalfSent note) {
    int pieces = recording.pieces().size();
    List<Span> rest = recording.pieces().subList(media.size(), pieces);
    if (rest.isEmpty()) {
      return;
    }
    if (!media.isEmpty()) {
      progress.accept(Sentence.of("recording.goes-on", recording.name(), media.size(), pieces));
    }
    long[] told = {System.nanoTime()};
    try (SoundFile sound = SoundFile.open(recording.file(), recording.mix())) {
      PieceReader.read(
          sound,
          rest,
          (Clip clip) -> {
            String id = desk.upload(Wav.encode(clip), "audio/wav").id();
            note.add(id);
            media.add(id);
            if (System.nanoTime() - told[0] > TOLD_EVERY) {
              told[0] = System.nanoTime();
              progress.accept(
                  Sentence.of("recording.sending", recording.name(), media.size(), pieces));
            }
          });
    }
  }
}
