package dev.hark.market.hub;

import dev.hark.transcript.join.Transcript;
import dev.hark.wire.CheckRoundJson;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.JobProgressJson;
import dev.hark.wire.JobWorkerJson;
import dev.hark.wire.NewCheckRoundJson;
import dev.hark.wire.SettledDisputeJson;
import dev.hark.wire.TranscriptJson;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * The texts of a requester's recordings. Throws what {@link dev.hark.market.Marketplace} throws.
 * Closed with the desk that it belongs to.
 */
public final class TextDesk {
  private static final int MOST_JOBS = 50;
  private static final String MOST_WORKERS = "1000";
  private static final int MOST_NAME = 200;

  private final HubCalls calls;
  private final Decoder decoder;

  TextDesk(HubCalls calls, Decoder decoder) {
    this.calls = calls;
    this.decoder = decoder;
  }

  /**
   * The text of a recording.
   *
   * @param recording its name
   */
  public record Text(String recording, Transcript transcript) {}

  /** A recording's text as it is now. */
  public Text transcript(String jobId) {
    return decoder.one(
        calls.get(calls.address("jobs", jobId, "transcript").build()),
        TranscriptJson.class,
        TextDesk::text);
  }

  private static Text text(TranscriptJson json) throws Nonsense {
    Nonsense.present(json.words(), "words");
    Nonsense.present(json.pieces(), "pieces");
    try {
      return new Text(PlainText.line(json.recording(), MOST_NAME), json.toTranscript());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Nonsense("the text makes no sense");
    }
  }

  /** How far a recording is. */
  public JobProgressJson progress(String jobId) {
    return decoder.one(
        calls.get(calls.address("jobs", jobId, "progress").build()),
        JobProgressJson.class,
        TextDesk::progress);
  }

  /** The newest recordings, at most fifty. */
  public List<JobProgressJson> progress() {
    HttpUrl url =
        calls.address("jobs").addQueryParameter("limit", Integer.toString(MOST_JOBS)).build();
    return decoder
        .list(calls.get(url), JobJson.class, job -> Nonsense.id(job.id(), "job"))
        .kept()
        .stream()
        .map(this::progress)
        .toList();
  }

  private static JobProgressJson progress(JobProgressJson json) throws Nonsense {
    JobJson job = Nonsense.present(json.job(), "job");
    Nonsense.id(job.id(), "job");
    OfferReader.money(json.paid(), 0);
    return new JobProgressJson(
        job.named(PlainText.line(job.name(), MOST_NAME)),
        json.answered(),
        json.done(),
        json.answersIn(),
        json.words(),
        json.expectedErrors(),
        json.unsure(),
        json.paid());
  }

  /**
   * Gives unsure places to other workers to listen to.
   *
   * @param key the same key again posts nothing, and gives the same round
   */
  public CheckRoundJson check(String jobId, NewCheckRoundJson round, String key) {
    return decoder.one(
        calls.post(calls.address("jobs", jobId, "checks").build(), round, key, true),
        CheckRoundJson.class,
        TextDesk::round);
  }

  private static CheckRoundJson round(CheckRoundJson json) throws Nonsense {
    if (json.groupId() != null) {
      Nonsense.id(json.groupId(), "group");
    }
    Nonsense.within(json.places(), 0, Integer.MAX_VALUE, "places");
    return json;
  }

  /** How the workers of a recording stand to its text, at most a thousand of them. */
  public List<JobWorkerJson> workers(String jobId) {
    HttpUrl url =
        calls.address("jobs", jobId, "workers").addQueryParameter("limit", MOST_WORKERS).build();
    return decoder.list(calls.get(url), JobWorkerJson.class, TextDesk::worker).kept();
  }

  private static JobWorkerJson worker(JobWorkerJson json) throws Nonsense {
    Nonsense.id(json.worker(), "worker");
    ComparedReader.share(json.closeness(), "closeness");
    if (json.selfAgreement() != null) {
      ComparedReader.share(json.selfAgreement(), "agreement");
    }
    return json;
  }

  /** What workers say to texts and was not settled yet. */
  public List<ComparedJson> disputes() {
    return ComparedReader.all(calls, decoder, "disputes");
  }

  /** Pays the rest of the highest bonus; does nothing where that was done before. */
  public ComparedJson pay(String assignmentId) {
    return settle(assignmentId, new SettledDisputeJson(true, null));
  }

  /**
   * Pays nothing.
   *
   * @param words why, for the worker
   */
  public ComparedJson dismiss(String assignmentId, String words) {
    return settle(assignmentId, new SettledDisputeJson(false, words));
  }

  private ComparedJson settle(String assignmentId, SettledDisputeJson how) {
    return decoder.one(
        calls.post(calls.address("disputes", assignmentId, "settle").build(), how, null, true),
        ComparedJson.class,
        ComparedReader::compared);
  }
}
