package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.hub.account.Registration;
import dev.hark.hub.account.Role;
import dev.hark.hub.commons.Reviews.Opinion;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.work.NewGroup;
import dev.hark.hub.work.PastWork;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
@Requirement("HUB-44")
class HistoryTest {
  @Parameter TestDatabase database;
  @TempDir Path data;

  @Test
  void pastWorkIsPaidAndCountedAndReviewed() {
    try (Hub hub =
        Hub.start(HubConfig.embedded(data, "Test", true).withDatabase(database.in(data)))) {
      Services services = hub.services();
      Registration requester = services.accounts().register(Role.REQUESTER, "Radio Archive");
      services.ledger().deposit(requester.id(), Money.of(100_00, "EUR"), "first");
      String group = services.publishing().publish(requester.id(), group(), "k1");
      List<String> workers = services.accounts().registerPastWorkers(3);
      List<PastWork> works = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        works.add(
            new PastWork(
                workers.get(i),
                Instant.parse("2026-11-01T10:00:00Z").plus(Duration.ofHours(i)),
                Duration.ofSeconds(20L + 10L * i),
                new Answer.Text("words"),
                i == 2 ? new PastWork.Decision.Rejected("no") : new PastWork.Decision.Approved(),
                Duration.ofDays(2),
                Optional.of(
                    new Opinion(
                        Map.of(Attribute.FAIRNESS, 5 - i),
                        Optional.of(Rejections.NONE),
                        false,
                        "hm"))));
      }
      services.history().record(group, works);

      RequesterJson known = services.requesters().requester(requester.id());
      assertEquals(3, known.decided());
      assertEquals(2, known.approved());
      assertEquals(2 * 86_400L, known.secondsToPay());
      RatingJson rating = Objects.requireNonNull(known.rating());
      assertEquals(2, rating.reviewers(), "whoever was never paid does not count");
      assertEquals(4.5, rating.means().get("FAIRNESS"));
      assertEquals(18, services.ledger().balance(Book.worker(workers.getFirst()), "EUR"));
      assertEquals(0, services.ledger().balance(Book.worker(workers.getLast()), "EUR"));
      assertEquals(18, services.ledger().balance(Book.escrow(group), "EUR"));
      assertEquals(
          100_00 - 36 - 18, services.ledger().balance(Book.requester(requester.id()), "EUR"));
      assertEquals(3, services.reviews().of(requester.id(), Optional.empty(), 10).items().size());
    }
  }

  private static NewGroup group() {
    return new NewGroup(
        "Transcribe 8 seconds of speech",
        TaskKind.TRANSCRIBE,
        Locale.ENGLISH,
        Money.of(18, "EUR"),
        Duration.ofMinutes(6),
        NewGroup.AUTO_APPROVAL,
        1,
        0,
        Optional.empty(),
        Set.of(Need.HEARING),
        List.of("speech"),
        List.of(
            new NewGroup.NewTask(
                new Question.Transcription("Write what you hear.", List.of()),
                Optional.of(new Answer.Text("the old lighthouse keeper")))));
  }
}
