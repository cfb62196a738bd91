package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobPieceJson;
import dev.hark.wire.NewJobJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Recordings that a requester has written down. Throws what {@link dev.hark.market.Marketplace}
 * throws.
 */
public final class JobDesk {
  private static final int MOST_PAGES = 100;
  private static final String PAGE = "1000";

  private final HubCalls calls;
  private final Decoder decoder;

  JobDesk(HubCalls calls, Decoder decoder) {
    this.calls = calls;
    this.decoder = decoder;
  }

  /**
   * Posts a recording with all its pieces, all or nothing.
   *
   * @param key the same key again with the same job posts nothing, and gives the same job
   */
  public JobJson post(NewJobJson job, String key) {
    JsonNode json = calls.post(calls.address("jobs").build(), job, key, true);
    return decoder.one(json, JobJson.class, JobDesk::job);
  }

  /** The newest of them, at most a thousand. */
  public List<JobJson> jobs() {
    HttpUrl url = calls.address("jobs").addQueryParameter("limit", PAGE).build();
    return decoder.list(calls.get(url), JobJson.class, JobDesk::job).kept();
  }

  /** The job that this requester posted under a key, whatever its terms; empty where none is. */
  public Optional<JobJson> posted(String key) {
    try {
      JsonNode json = calls.get(calls.address("job-keys", key).build());
      return Optional.of(decoder.one(json, JobJson.class, JobDesk::job));
    } catch (Fault.Refused e) {
      if (e.refusal() == Refusal.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  public JobJson job(String id) {
    return decoder.one(calls.get(calls.address("jobs", id).build()), JobJson.class, JobDesk::job);
  }

  /** The pieces of a job in the order of the recording. */
  public List<JobPieceJson> pieces(String id) {
    List<JobPieceJson> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address("jobs", id, "pieces").addQueryParameter("limit", PAGE);
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<JobPieceJson> items =
          decoder.list(calls.get(url.build()), JobPieceJson.class, JobDesk::piece);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private static JobJson job(JobJson json) throws Nonsense {
    OfferReader.money(json.reward(), 0);
    OfferReader.money(json.fee(), 0);
    OfferReader.money(json.bonus(), 0);
    Nonsense.present(json.created(), "time of posting");
    return new JobJson(
        Nonsense.id(json.id(), "job"),
        Nonsense.id(json.groupId(), "group"),
        PlainText.line(json.name(), 200),
        PlainText.line(json.language(), 40),
        Nonsense.within(json.milliseconds(), 1, Integer.MAX_VALUE, "length"),
        json.glossary() == null
            ? List.of()
            : json.glossary().stream().map(word -> PlainText.line(word, 100)).toList(),
        json.pieces(),
        json.least(),
        json.most(),
        json.answers(),
        json.wanted(),
        json.reward(),
        json.fee(),
        json.bonus(),
        json.target(),
        json.wordWorth(),
        json.created(),
        json.closed());
  }

  private static JobPieceJson piece(JobPieceJson json) throws Nonsense {
    Nonsense.id(json.taskId(), "task");
    Nonsense.id(json.mediumId(), "medium");
    Nonsense.within(json.startMilliseconds(), 0, json.endMilliseconds(), "start");
    return json;
  }
}
