package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.Offer;
import dev.hark.market.Receipt;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Question;
import dev.hark.task.RejectionCode;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker and requester against a real hub, over real HTTP. */
class RealHubTest {
  @TempDir Path folder;
  private Hub hub;
  private HubMarketplace market;
  private HubMarketplace rival;
  private RequesterDesk desk;

  @BeforeEach
  void open() {
    hub = Hub.start(HubConfig.embedded(folder, "Test market", true));
    String address = hub.uri().toString();
    try (HubAccounts accounts = new HubAccounts(address)) {
      market = new HubMarketplace(address, accounts.registerWorker("Ann").token());
      rival = new HubMarketplace(address, accounts.registerWorker("Bob").token());
      desk = new RequesterDesk(address, accounts.registerRequester("Radio Archive").token());
    }
  }

  @AfterEach
  void close() {
    market.close();
    rival.close();
    desk.close();
    hub.close();
  }

  private String publish(String title, QuestionJson... questions) {
    List<NewTaskGroupJson.NewTaskJson> tasks = new ArrayList<>();
    for (QuestionJson question : questions) {
      tasks.add(new NewTaskGroupJson.NewTaskJson(question, null));
    }
    return desk.publish(
        new NewTaskGroupJson(
            title,
            "TRANSCRIBE",
            "en",
            new MoneyJson(18, "EUR"),
            360,
            List.of("HEARING"),
            List.of("speech"),
            null,
            null,
            tasks),
        UUID.randomUUID().toString());
  }

  private static QuestionJson text(MediumJson... media) {
    return new QuestionJson("text", "Write it down", List.of(media), null, null);
  }

  private static byte[] second() throws IOException {
    AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[32_000]), format, 16_000),
        AudioFileFormat.Type.WAVE,
        wav);
    return wav.toByteArray();
  }

  @Test
  @Requirement("MKT-10")
  void workIsPostedHeardDoneApprovedPaidAndReviewed() throws IOException {
    assertEquals(new Marketplace.About("Test market", true), market.about());
    byte[] sound = second();
    MediumJson medium = desk.upload(sound, "audio/wav");
    String group = publish("Transcribe a second", text(medium));
    Offer offer = market.offers(Optional.empty(), 5).offers().getFirst();
    assertEquals(offer, market.offer(group));
    assertInstanceOf(Standing.NoReviews.class, offer.standing());

    Assignment held = market.accept(group, "key-1");
    assertEquals(held, market.accept(group, "key-1"));
    assertEquals(List.of(held), market.held());
    Question question = held.task().question();
    assertArrayEquals(sound, Files.readAllBytes(market.media(question.media().getFirst().id())));

    Receipt receipt = market.submit(held.id(), new Answer.Text("dawn"), "key-2");
    assertEquals(receipt, market.submit(held.id(), new Answer.Text("dawn"), "key-2"));
    assertEquals(Assignment.State.SUBMITTED, receipt.state());
    Earnings.Line pending = market.earnings(ZoneOffset.UTC).lines().getFirst();
    assertEquals(18, pending.pending().minor());
    assertEquals(0, pending.total().minor());

    Submission submission = desk.submitted().getFirst();
    assertEquals(new Answer.Text("dawn"), submission.answer());
    desk.approve(submission.assignmentId());
    desk.approve(submission.assignmentId());
    assertEquals(List.of(), desk.submitted());
    Earnings.Line paid = market.earnings(ZoneOffset.UTC).lines().getFirst();
    assertEquals(18, paid.total().minor());
    assertEquals(0, paid.pending().minor());

    String requester = offer.group().requester().id();
    market.review(
        new Review(
            requester,
            group,
            "",
            Map.of(Attribute.PAY, 4, Attribute.FAIRNESS, 5),
            Optional.of(Rejections.NONE),
            false,
            "Quick and fair.",
            Instant.now()));
    assertEquals("Quick and fair.", market.reviews(requester).getFirst().words());
    Standing.Rated rated = assertInstanceOf(Standing.Rated.class, market.offer(group).standing());
    assertEquals(1, rated.rating().reviewers());
    Standing.Rated full = assertInstanceOf(Standing.Rated.class, market.inFull(group).standing());
    assertEquals(1, full.rating().lately().orElseThrow().recentReviewers());
    assertEquals(4.5, full.rating().lately().orElseThrow().faded().orElseThrow(), 1e-9);
  }

  @Test
  @Requirement("MKT-10")
  void aRejectionIsNotPaidAndStands() {
    String group = publish("Transcribe", text());
    Assignment held = market.accept(group, "key-1");
    market.submit(held.id(), new Answer.Text("noise"), "key-2");
    desk.reject(held.id(), RejectionCode.EMPTY, "Nothing was said there.", true);
    assertEquals(Assignment.State.REJECTED, market.assignment(held.id()).state());
    Fault.Refused fault = assertThrows(Fault.Refused.class, () -> desk.approve(held.id()));
    assertEquals(Refusal.ALREADY_DECIDED, fault.refusal());
    assertEquals(0, market.earnings(ZoneOffset.UTC).lines().getFirst().total().minor());
  }

  @Test
  @Requirement("MKT-4")
  void theHubsRefusalsArriveAsWhatTheyAre() {
    String group = publish("Transcribe", text());
    Assignment held = market.accept(group, "key-1");
    assertEquals(Refusal.ALREADY_HELD, refusal(() -> market.accept(group, "key-2")));
    assertEquals(Refusal.NO_TASK_LEFT, refusal(() -> rival.accept(group, "key-3")));
    assertEquals(
        Refusal.ANSWER_UNFIT,
        refusal(() -> market.submit(held.id(), new Answer.Choice("o1"), "key-4")));
    assertEquals(Refusal.NOT_FOUND, refusal(() -> rival.assignment(held.id())));
    assertEquals(Refusal.NOT_FOUND, refusal(() -> market.offer("no-such-group")));
    market.giveBack(held.id());
    market.giveBack(held.id());
    assertEquals(
        Refusal.RETURNED, refusal(() -> market.submit(held.id(), new Answer.Text("x"), "key-5")));
    assertTrue(rival.accept(group, "key-6").deadline().isAfter(Instant.now()));
    try (HubMarketplace nobody = new HubMarketplace(hub.uri().toString(), "no-token")) {
      assertEquals(Refusal.UNAUTHENTICATED, refusal(() -> nobody.offers(Optional.empty(), 5)));
    }
  }

  private static Refusal refusal(Runnable call) {
    return assertThrows(Fault.Refused.class, call::run).refusal();
  }

  @Test
  @Requirement("MKT-9")
  void pagesFollowEachOtherWithoutGapsOrRepeats() {
    List<String> published = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      published.add(publish("Transcribe " + i, text()));
    }
    List<String> read = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Marketplace.OfferPage page = market.offers(cursor, 3);
      page.offers().forEach(offer -> read.add(offer.group().id()));
      cursor = page.next();
    } while (cursor.isPresent());
    assertEquals(published.stream().sorted().toList(), read.stream().sorted().toList());
  }
}
