package dev.hark.hub;

import dev.hark.hub.store.Tap;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewAccountJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.ReceiptJson;
import dev.hark.wire.RegistrationJson;
import dev.hark.wire.TaskGroupJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A demo hub on a directory, with a clock that the test moves, and people to call it. */
final class TestHub implements AutoCloseable {
  static final String WORDS = "The old lighthouse keeper rowed out at dawn.";

  final TestClock clock;
  final Hub hub;
  private final Path data;

  /** On SQLite. */
  TestHub(Path data) {
    this(data, new TestClock());
  }

  /** On SQLite. */
  TestHub(Path data, TestClock clock) {
    this(TestDatabase.SQLITE, data, clock);
  }

  TestHub(TestDatabase database, Path data) {
    this(database, data, new TestClock());
  }

  /** On SQLite, with something else about it. */
  TestHub(Path data, UnaryOperator<HubConfig> other) {
    this(TestDatabase.SQLITE, data, new TestClock(), other);
  }

  TestHub(TestDatabase database, Path data, TestClock clock) {
    this(database, data, clock, UnaryOperator.identity());
  }

  /** On SQLite, with somebody who listens to its statements. */
  TestHub(Path data, Tap tap) {
    this(TestDatabase.SQLITE, data, new TestClock(), UnaryOperator.identity(), tap);
  }

  private TestHub(
      TestDatabase database, Path data, TestClock clock, UnaryOperator<HubConfig> other) {
    this(database, data, clock, other, Tap.NONE);
  }

  private TestHub(
      TestDatabase database, Path data, TestClock clock, UnaryOperator<HubConfig> other, Tap tap) {
    this.data = data;
    this.clock = clock;
    HubConfig config =
        HubConfig.embedded(data, "Test market", true)
            .withDatabase(database.in(data))
            .withClock(clock);
    this.hub = Hub.start(other.apply(config), tap);
  }

  Caller anybody() {
    return new Caller(hub.uri(), "", "");
  }

  Caller worker() {
    return register("WORKER", "");
  }

  Caller requester() {
    return register("REQUESTER", "Radio Archive");
  }

  Caller operator() {
    try {
      return new Caller(hub.uri(), "", Files.readString(data.resolve("operator.token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Caller register(String role, String name) {
    return register(hub, role, name);
  }

  static Caller register(Hub hub, String role, String name) {
    RegistrationJson made =
        new Caller(hub.uri(), "", "")
            .post("/accounts", new NewAccountJson(role, name))
            .as(RegistrationJson.class);
    return new Caller(hub.uri(), made.id(), made.token());
  }

  /** An account that an operator makes. */
  Caller register(Caller operator, String role, String name) {
    RegistrationJson made =
        operator.post("/accounts", new NewAccountJson(role, name)).as(RegistrationJson.class);
    return new Caller(hub.uri(), made.id(), made.token());
  }

  /** A group of transcriptions; those with gold are known to be {@link #WORDS}. */
  static NewTaskGroupJson group(int tasks, boolean gold, @Nullable Integer copies) {
    return new NewTaskGroupJson(
        "Transcribe 8 seconds of speech",
        "TRANSCRIBE",
        "en",
        new MoneyJson(18, "EUR"),
        360,
        List.of("HEARING"),
        List.of("speech", "archive"),
        copies,
        null,
        IntStream.range(0, tasks)
            .mapToObj(
                i ->
                    new NewTaskJson(
                        new QuestionJson(
                            "transcription",
                            "Write what you hear, clip " + i,
                            List.of(),
                            null,
                            null),
                        gold ? text(WORDS) : null))
            .toList());
  }

  static AnswerJson text(String words) {
    return new AnswerJson(words, null, null);
  }

  /** How a worker appears to a requester or an operator. */
  String shown(Caller viewer, Caller worker) {
    return viewer.token().equals(operator().token())
        ? worker.id()
        : hub.services().workerNames().shown(viewer.id(), worker.id());
  }

  static DecisionJson rejection(@Nullable String words) {
    return new DecisionJson("other", words, null);
  }

  String publish(Caller requester, NewTaskGroupJson group) {
    return requester.post("/task-groups", group).as(TaskGroupJson.class).id();
  }

  AssignmentJson accept(Caller worker, String group, String key) {
    return worker.postKey("/task-groups/" + group + "/assignments", key).as(AssignmentJson.class);
  }

  ReceiptJson submit(Caller worker, String assignment, String words) {
    return worker
        .post("/assignments/" + assignment + "/answer", "k-" + assignment, text(words))
        .as(ReceiptJson.class);
  }

  @Override
  public void close() {
    hub.close();
  }
}
