package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Sentence;
import dev.hark.market.Qualification;
import dev.hark.market.Qualifications;
import dev.hark.market.QualifyingTest;
import dev.hark.task.Answer;
import dev.hark.task.Place;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AttemptJson;
import dev.hark.wire.NewRequestJson;
import dev.hark.wire.PlaceJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.WorkerStandingJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** A worker's qualifications on a Hark hub. */
public final class HubQualifications implements Qualifications {
  private static final int MOST_PAGES = 20;

  private final HubCalls calls;
  private final Decoder decoder;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}
   * @param token the worker's
   */
  public HubQualifications(String address, String token) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub asks for it. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  @Override
  public List<Qualification> offered() {
    return all(calls, decoder, "qualifications");
  }

  @Override
  public List<Qualification> mine() {
    return all(calls, decoder, "my", "qualifications");
  }

  static List<Qualification> all(HubCalls calls, Decoder decoder, String... path) {
    List<Qualification> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address(path).addQueryParameter("limit", "1000");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<Qualification> items =
          decoder.list(
              calls.get(url.build()), QualificationJson.class, QualificationReader::qualification);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  @Override
  public Standing standing() {
    return standing(calls.get(calls.address("my", "standing").build()));
  }

  @Override
  public Qualification request(String id, String words) {
    return decoder.one(
        calls.post(
            calls.address("qualifications", id, "requests").build(),
            new NewRequestJson(words),
            null,
            true),
        QualificationJson.class,
        QualificationReader::qualification);
  }

  @Override
  public QualifyingTest start(String id, String key) {
    return test(
        calls.post(calls.address("qualifications", id, "attempts").build(), null, key, true));
  }

  @Override
  public QualifyingTest submit(String testId, Answer answer, String key) {
    return test(
        calls.post(
            calls.address("attempts", testId, "answer").build(), AnswerJson.of(answer), key, true));
  }

  @Override
  public Standing declare(Place place) {
    return standing(
        calls.put(
            calls.address("my", "place").build(),
            new PlaceJson(place.country(), place.region().orElse(null))));
  }

  @Override
  public Standing forgetPlace() {
    calls.delete(calls.address("my", "place").build());
    return standing();
  }

  private QualifyingTest test(JsonNode json) {
    return decoder.one(json, AttemptJson.class, QualificationReader::test);
  }

  private Standing standing(JsonNode json) {
    return decoder.one(json, WorkerStandingJson.class, QualificationReader::standing);
  }

  @Override
  public void close() {
    calls.close();
  }
}
