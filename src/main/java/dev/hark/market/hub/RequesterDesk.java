package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Sentence;
import dev.hark.market.Rejection;
import dev.hark.pay.Pace;
import dev.hark.pay.WorkTimes;
import dev.hark.task.Assignment;
import dev.hark.task.RejectionCode;
import dev.hark.task.TaskKind;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.ExtensionJson;
import dev.hark.wire.GroupQualityJson;
import dev.hark.wire.MediumJson;
import dev.hark.wire.NewRedoJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.QualityJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.TaskResultJson;
import dev.hark.wire.WorkforceJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A requester's side of a hub. Throws what {@link dev.hark.market.Marketplace} throws. */
public final class RequesterDesk implements AutoCloseable {
  private static final int MOST_PAGES = 100;
  private static final double MOST_FACTOR = 10_000;

  private final HubCalls calls;
  private final Decoder decoder;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}
   * @param token the requester's
   */
  public RequesterDesk(String address, String token) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub gets too many. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  /** Answers that wait for a decision. */
  public List<Submission> submitted() {
    List<Submission> submissions = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url =
          calls
              .address("submissions")
              .addQueryParameter("state", "submitted")
              .addQueryParameter("limit", "100");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<Submission> items =
          decoder.list(calls.get(url.build()), SubmissionJson.class, RequesterDesk::submission);
      submissions.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(submissions);
  }

  /** Pays; does nothing where it was approved before. */
  public void approve(String assignmentId) {
    calls.post(calls.address("submissions", assignmentId, "approve").build(), null, null, true);
  }

  /**
   * Does not pay.
   *
   * @param code why
   * @param reason the same in words, for the worker
   * @param again whether somebody else is to answer the task
   */
  public void reject(String assignmentId, RejectionCode code, String reason, boolean again) {
    calls.post(
        calls.address("submissions", assignmentId, "reject").build(),
        new DecisionJson(code.code(), reason, again),
        null,
        true);
  }

  /**
   * Asks the worker to do it again.
   *
   * @param words what is to be different
   * @param time how long they have, a minute to 7 days
   */
  public void redo(String assignmentId, String words, Duration time) {
    calls.post(
        calls.address("submissions", assignmentId, "redo").build(),
        new NewRedoJson(words, time.toSeconds()),
        null,
        true);
  }

  /** Turns a rejection round and pays; does nothing where that was done before. */
  public void overturn(String assignmentId) {
    calls.post(calls.address("submissions", assignmentId, "overturn").build(), null, null, true);
  }

  /**
   * Dismisses what the worker said to a rejection, which stands.
   *
   * @param words why, for the worker
   */
  public void dismiss(String assignmentId, String words) {
    calls.post(
        calls.address("submissions", assignmentId, "dismiss").build(),
        new ObjectionJson(words),
        null,
        true);
  }

  /** What came of a group's tasks, in the order they were posted. */
  public List<TaskResult> results(String groupId) {
    List<TaskResult> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url =
          calls.address("task-groups", groupId, "results").addQueryParameter("limit", "100");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<TaskResult> items =
          decoder.list(calls.get(url.build()), TaskResultJson.class, ResultReader::result);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  /** Mixes gold into a group and sets its rules of approval; gold that is there stays. */
  public GroupQualityJson quality(String groupId, QualityJson wishes) {
    JsonNode json = calls.put(calls.address("task-groups", groupId, "quality").build(), wishes);
    return decoder.one(json, GroupQualityJson.class, set -> set);
  }

  /** What is wished of a group's answers, and how far that has come. */
  public GroupQualityJson quality(String groupId) {
    JsonNode json = calls.get(calls.address("task-groups", groupId, "quality").build());
    return decoder.one(json, GroupQualityJson.class, set -> set);
  }

  /** Rejections that workers have answered, the newest answer first. */
  public List<Rejection> objections() {
    return RejectionReader.all(calls, decoder, "objections");
  }

  /**
   * Posts a group with its tasks, all or nothing.
   *
   * @param key the same key again with the same group posts nothing, and gives the same id
   * @return the group's id
   */
  public String publish(NewTaskGroupJson group, String key) {
    JsonNode json = calls.post(calls.address("task-groups").build(), group, key, true);
    return decoder.one(json, TaskGroupJson.class, made -> Nonsense.id(made.id(), "group"));
  }

  /** The groups that this requester has posted, the newest first; at most 1,000. */
  public List<PostedGroup> groups() {
    HttpUrl url = calls.address("posted").addQueryParameter("limit", "1000").build();
    return decoder.list(calls.get(url), PostedGroupJson.class, RequesterDesk::posted).kept();
  }

  /**
   * How long the newest hundred groups of a kind that this requester posted took; only those that
   * somebody worked on.
   */
  public List<WorkTimes> times(TaskKind kind) {
    HttpUrl url = calls.address("posted").addQueryParameter("limit", "100").build();
    return decoder
        .list(
            calls.get(url),
            PostedGroupJson.class,
            json ->
                kind.name().equals(json.kind())
                    ? OfferReader.times(json.times())
                    : Optional.<WorkTimes>empty())
        .kept()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * How long the newest hundred groups of a kind with sound took, against the length of their
   * sound; only those that somebody worked on.
   */
  public List<Pace> paces(TaskKind kind) {
    HttpUrl url = calls.address("posted").addQueryParameter("limit", "100").build();
    return decoder
        .list(
            calls.get(url),
            PostedGroupJson.class,
            json ->
                kind.name().equals(json.kind()) && json.audioSeconds() != null
                    ? OfferReader.pace(json.times(), json.audioSeconds())
                    : Optional.<Pace>empty())
        .kept()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Who writes down recordings in a language, and how long it takes them.
   *
   * @param language as a BCP 47 tag
   */
  public WorkforceJson workforce(String language) {
    HttpUrl url = calls.address("workforce").addQueryParameter("language", language).build();
    return decoder.one(calls.get(url), WorkforceJson.class, RequesterDesk::workforce);
  }

  private static WorkforceJson workforce(WorkforceJson json) throws Nonsense {
    Nonsense.within(json.timedWorkers(), 0, Integer.MAX_VALUE, "workers");
    Nonsense.within(json.activeWorkers(), 0, Integer.MAX_VALUE, "workers");
    Nonsense.within(json.workSecondsPerDay(), 0, Long.MAX_VALUE, "work");
    if (!(json.quickFactor() > 0 && json.slowFactor() >= json.quickFactor())
        || json.slowFactor() > MOST_FACTOR) {
      throw new Nonsense("a pace is " + json.slowFactor());
    }
    return json;
  }

  /** Puts a draft on the market; does nothing where that was done before. */
  public PostedGroup publishDraft(String groupId) {
    return change(groupId, "publish", null, UUID.randomUUID().toString());
  }

  /**
   * Asks for more, once for one key.
   *
   * @param answers more for each task, 0 for none
   * @param expires the new end, later than it was
   */
  public PostedGroup extend(String groupId, int answers, Optional<Instant> expires, String key) {
    return change(groupId, "extend", new ExtensionJson(answers, expires.orElse(null)), key);
  }

  /** Lets nobody take a task any more; what is held may be handed in. */
  public PostedGroup expire(String groupId) {
    return change(groupId, "expire", null, UUID.randomUUID().toString());
  }

  /** Hides a group for good; its answers and payments stay. */
  public void delete(String groupId) {
    calls.delete(calls.address("posted", groupId).build());
  }

  private PostedGroup change(String groupId, String what, @Nullable Object body, String key) {
    JsonNode json = calls.post(calls.address("posted", groupId, what).build(), body, key, true);
    return decoder.one(json, PostedGroupJson.class, RequesterDesk::posted);
  }

  private static PostedGroup posted(PostedGroupJson json) throws Nonsense {
    PostedGroupJson.AnswersJson answers = Nonsense.present(json.answers(), "answers");
    return new PostedGroup(
        Nonsense.id(json.id(), "group"),
        PlainText.line(json.title(), 200),
        Nonsense.oneOf(PostedGroup.State.class, json.state()),
        OfferReader.money(json.reward(), 0),
        Optional.ofNullable(json.expires()),
        json.tasks(),
        json.copies(),
        new PostedGroup.Counts(
            answers.open(),
            answers.held(),
            answers.waiting(),
            answers.approved(),
            answers.rejected()));
  }

  /**
   * Uploads a sound or a picture, to be named in a question.
   *
   * @param type a MIME type
   */
  public MediumJson upload(byte[] bytes, String type) {
    return uploaded(calls.postBytes(calls.address("media").build(), bytes, type));
  }

  /**
   * The same, of any size.
   *
   * @param length where it sounds
   */
  public MediumJson upload(Path file, String type, Optional<Duration> length) {
    HttpUrl.Builder url = calls.address("media");
    length.ifPresent(
        time ->
            url.addQueryParameter("seconds", String.valueOf(Math.max(1, time.toMillis()) / 1e3)));
    return uploaded(calls.postFile(url.build(), file, type));
  }

  private MediumJson uploaded(JsonNode json) {
    return decoder.one(
        json,
        MediumJson.class,
        medium -> {
          Nonsense.id(medium.id(), "medium");
          return medium;
        });
  }

  /** What was written down; closed with this desk. */
  public TextDesk texts() {
    return new TextDesk(calls, decoder);
  }

  /** Recordings to write down; closed with this desk. */
  public JobDesk jobs() {
    return new JobDesk(calls, decoder);
  }

  /** Their own ratings; closed with this desk. */
  public OwnRatingsDesk ratings() {
    return new OwnRatingsDesk(calls, decoder);
  }

  /** Qualifications; closed with this desk. */
  public QualificationDesk qualifications() {
    return new QualificationDesk(calls, decoder);
  }

  @Override
  public void close() {
    calls.close();
  }

  private static Submission submission(SubmissionJson json) throws Nonsense {
    return new Submission(
        Nonsense.id(json.assignmentId(), "assignment"),
        Nonsense.id(json.groupId(), "group"),
        PlainText.line(json.title(), 200),
        Nonsense.id(json.worker(), "worker"),
        TaskReader.question(Nonsense.present(json.question(), "question")),
        Nonsense.present(json.answer(), "answer").toAnswer(),
        Nonsense.oneOf(Assignment.State.class, json.state()),
        Nonsense.present(json.submitted(), "time of submission"),
        OfferReader.money(json.reward(), 0));
  }
}
