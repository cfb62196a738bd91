package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.hark.wire.AnswerJson;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.QuestionJson.OptionJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Posting, taking, answering, deciding, earning and reviewing. */
final class WorkTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller anybody = hub.anybody();
    anybody.get("/health");
    anybody.get("/health/ready");
    anybody.get("/openapi.json");
    anybody.post("/accounts", "nonsense");
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    Caller operator = hub.operator();
    String medium = media(requester, worker);
    String rejected = hub.publish(requester, everyQuestion(medium));
    worker.post("/task-groups", TestHub.group(1, false, null));
    requester.post("/task-groups", Map.of("title", ""));
    worker.get("/task-groups");
    worker.get("/task-groups?limit=0");
    worker.get("/task-groups/" + rejected);
    worker.get("/task-groups/none");
    String id = hub.accept(worker, rejected, "a").id();
    worker.postKey("/task-groups/" + rejected + "/assignments", "b");
    worker.put("/task-groups/" + rejected + "/review", Map.of("marks", Map.of("PAY", 1)));
    worker.get("/assignments");
    requester.get("/assignments");
    worker.get("/assignments/" + id);
    worker.get("/assignments/none");
    AnswerJson form =
        new AnswerJson(null, null, List.of(TestHub.text("words"), new AnswerJson(null, "a", null)));
    worker.post("/assignments/" + id + "/answer", "k", TestHub.text("unfit"));
    hub.clock.forward(Duration.ofSeconds(30));
    worker.post("/assignments/" + id + "/answer", "k", form);
    worker.post("/assignments/" + id + "/return");
    worker.put(
        "/task-groups/" + rejected + "/review",
        Map.of("marks", Map.of("PAY", 1), "rejections", "ALL", "words", "No."));
    requester.get("/submissions");
    worker.get("/submissions");
    requester.post("/submissions/" + id + "/reject", Map.of());
    requester.post("/submissions/" + id + "/reject", TestHub.rejection("Not what I asked."));
    requester.post("/submissions/" + id + "/approve");
    worker.get("/assignments/" + id);
    paid(hub, requester, worker, operator);
    worker.get("/earnings?zone=Europe/Amsterdam");
    worker.get("/earnings?zone=Atlantis");
    worker.get("/worked?cursor=nonsense!");
    worker.get("/worked?limit=1");
    worker.get("/requesters/" + requester.id());
    worker.get("/requesters/none");
    worker.get("/requesters/" + requester.id() + "/reviews");
    worker.get("/requesters/none/reviews");
    worker.delete("/token");
    worker.delete("/token");
  }

  private static void paid(TestHub hub, Caller requester, Caller worker, Caller operator) {
    String group = hub.publish(requester, TestHub.group(2, false, null));
    String first = hub.accept(worker, group, "c").id();
    hub.clock.forward(Duration.ofSeconds(50));
    hub.submit(worker, first, "words");
    operator.post("/submissions/" + first + "/approve");
    worker.get("/task-groups");
    String second = hub.accept(worker, group, "d").id();
    worker.post("/assignments/" + second + "/return");
    operator.post(
        "/requesters/" + requester.id() + "/deposits", "deposit", new MoneyJson(500, "EUR"));
    requester.post(
        "/requesters/" + requester.id() + "/deposits", "deposit", new MoneyJson(500, "EUR"));
  }

  private static String media(Caller requester, Caller worker) {
    byte[] bytes = "<svg/>".getBytes(StandardCharsets.UTF_8);
    String id = requester.upload("/media", "image/svg+xml", bytes).as(MediumJson.class).id();
    worker.upload("/media", "image/svg+xml", bytes);
    assertArrayEquals(bytes, worker.get("/media/" + id).body());
    worker.get("/media/none");
    return id;
  }

  private static NewTaskGroupJson everyQuestion(String medium) {
    QuestionJson form =
        new QuestionJson(
            "form",
            "Two things.",
            List.of(new MediumJson(medium, "image/svg+xml", null, "a plan")),
            null,
            List.of(
                new QuestionJson("text", "What?", List.of(), null, null),
                new QuestionJson(
                    "choice",
                    "Which?",
                    List.of(),
                    List.of(new OptionJson("a", "This"), new OptionJson("b", "That")),
                    null)));
    return new NewTaskGroupJson(
        "A form",
        "QUESTIONNAIRE",
        "nl",
        new MoneyJson(40, "EUR"),
        600,
        List.of(),
        List.of(),
        null,
        3600L,
        List.of(new NewTaskJson(form, null)));
  }
}
