package dev.hark.market.hub;

import dev.hark.market.Qualification;
import dev.hark.wire.GrantDecisionJson;
import dev.hark.wire.GrantJson;
import dev.hark.wire.NewQualificationJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.TestAttemptJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.HttpUrl;

/**
 * A requester's qualifications: setting up, granting, denying, taking back. Throws what {@link
 * dev.hark.market.Marketplace} throws. Closed with the desk that it belongs to.
 */
public final class QualificationDesk {
  private static final int MOST_PAGES = 20;

  private final HubCalls calls;
  private final Decoder decoder;

  QualificationDesk(HubCalls calls, Decoder decoder) {
    this.calls = calls;
    this.decoder = decoder;
  }

  /** What can be required: one's own and the shared ones. */
  public List<Qualification> all() {
    return HubQualifications.all(calls, decoder, "qualifications");
  }

  /** Sets one up. */
  public Qualification create(NewQualificationJson kind) {
    return decoder.one(
        calls.post(
            calls.address("qualifications").build(), kind, UUID.randomUUID().toString(), true),
        QualificationJson.class,
        QualificationReader::qualification);
  }

  /** Nobody gets it any more, or everybody may again. */
  public Qualification retire(String id, boolean retired) {
    return decoder.one(
        calls.post(
            calls.address("qualifications", id, retired ? "retire" : "restore").build(),
            null,
            null,
            true),
        QualificationJson.class,
        QualificationReader::qualification);
  }

  /** What waits for a decision, the oldest first. */
  public List<Asked> waiting() {
    return decoder
        .list(
            calls.get(
                calls.address("qualification-requests").addQueryParameter("limit", "1000").build()),
            GrantJson.class,
            QualificationDesk::asked)
        .kept();
  }

  /** All tries at its test, the newest first; at most 20,000. */
  public List<Attempt> attempts(String id) {
    List<Attempt> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url =
          calls.address("qualifications", id, "attempts").addQueryParameter("limit", "1000");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<Attempt> items =
          decoder.list(calls.get(url.build()), TestAttemptJson.class, QualificationDesk::attempt);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private static Attempt attempt(TestAttemptJson json) throws Nonsense {
    return new Attempt(
        Nonsense.id(json.worker(), "worker"),
        json.number(),
        Nonsense.oneOf(Attempt.State.class, json.state()),
        Nonsense.present(json.started(), "time of the test"),
        Nonsense.present(json.deadline(), "end of the test"),
        Optional.ofNullable(json.points()),
        json.most(),
        Optional.ofNullable(json.value()));
  }

  /**
   * Grants it, asked for or not.
   *
   * @param value empty where only one is possible
   * @param reason for the worker; may be empty
   */
  public Asked grant(String id, String worker, Optional<Long> value, String reason) {
    return decide(id, worker, "grant", new GrantDecisionJson(value.orElse(null), reason));
  }

  /** Denies what was asked for. */
  public Asked deny(String id, String worker, String reason) {
    return decide(id, worker, "deny", new GrantDecisionJson(null, reason));
  }

  /** Takes it back. */
  public Asked revoke(String id, String worker, String reason) {
    return decide(id, worker, "revoke", new GrantDecisionJson(null, reason));
  }

  private Asked decide(String id, String worker, String what, GrantDecisionJson decision) {
    return decoder.one(
        calls.post(
            calls.address("qualifications", id, "workers", worker, what).build(),
            decision,
            null,
            true),
        GrantJson.class,
        QualificationDesk::asked);
  }

  private static Asked asked(GrantJson json) throws Nonsense {
    return new Asked(
        Nonsense.id(json.qualification(), "qualification"),
        PlainText.line(json.name(), 100),
        QualificationReader.held(json));
  }

  /**
   * One try at a test.
   *
   * @param worker whose, by the id that this requester knows
   * @param number 1 for the worker's first
   * @param started when
   * @param deadline when its time ends
   * @param points what it earned, where it was handed in
   * @param most the most that can be had
   * @param value what was granted for it
   */
  public record Attempt(
      String worker,
      int number,
      State state,
      Instant started,
      Instant deadline,
      Optional<Long> points,
      long most,
      Optional<Long> value) {

    /** How it stands. */
    public enum State {
      OPEN,
      EXPIRED,
      PASSED,
      FAILED
    }
  }

  /**
   * A worker and a qualification.
   *
   * @param qualification its id
   * @param name of the qualification
   * @param held how it stands
   */
  public record Asked(String qualification, String name, Qualification.Held held) {}
}
