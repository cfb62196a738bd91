package dev.hark.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.wire.Json;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewJobJson;
import dev.hark.wire.NewJobJson.NewPieceJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recordings of silence, to be written down. */
final class Recording {
  private static final int LENGTH = 5_000;
  private static final int STEP = 4_700;

  private Recording() {}

  /** Two to four answers for each piece, at 18 cents and up to 6 more. */
  static NewJobJson job(Caller requester, int pieces) {
    return job(requester, pieces, 2, 4, null);
  }

  static NewJobJson job(
      Caller requester, int pieces, int least, int most, @Nullable Integer answers) {
    return of(media(requester, pieces), least, most, answers);
  }

  static NewJobJson of(List<String> media, int least, int most, @Nullable Integer answers) {
    List<NewPieceJson> pieces = new ArrayList<>();
    for (int i = 0; i < media.size(); i++) {
      long start = (long) i * STEP;
      pieces.add(new NewPieceJson(media.get(i), start, start + LENGTH));
    }
    return new NewJobJson(
        "interview 12",
        "Transcribe 5 seconds of speech",
        "Write what you hear.",
        "en",
        (long) media.size() * LENGTH,
        List.of("IJmuiden", "lighthouse"),
        least,
        most,
        answers,
        new MoneyJson(18, "EUR"),
        new MoneyJson(6, "EUR"),
        0.9,
        null,
        null,
        360L,
        null,
        null,
        null,
        List.of("speech"),
        null,
        null,
        null,
        pieces);
  }

  /** The same, with pieces that come twice to a worker. */
  static NewJobJson repeating(NewJobJson job, double repeats) {
    return with(job, "repeats", repeats);
  }

  /** The same, that shares its answers with others under a name. */
  static NewJobJson sharing(NewJobJson job, String budget) {
    return with(job, "budget", budget);
  }

  /** The same in another language. */
  static NewJobJson in(NewJobJson job, String language) {
    return with(job, "language", language);
  }

  /** The same as a single piece of another length. */
  static NewJobJson lasting(NewJobJson job, long millis) {
    NewPieceJson piece = new NewPieceJson(job.pieces().getFirst().mediumId(), 0L, millis);
    return with(with(job, "milliseconds", millis), "pieces", List.of(piece));
  }

  /** The same with another value in one place. */
  static NewJobJson with(NewJobJson job, String name, @Nullable Object value) {
    ObjectNode changed = Json.MAPPER.valueToTree(job);
    changed.set(name, Json.MAPPER.valueToTree(value));
    return Json.MAPPER.convertValue(changed, NewJobJson.class);
  }

  /** Sounds that a requester uploads. */
  static List<String> media(Caller requester, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(
          requester
              .upload("/media", "audio/flac", new byte[] {(byte) i})
              .as(MediumJson.class)
              .id());
    }
    return ids;
  }
}
