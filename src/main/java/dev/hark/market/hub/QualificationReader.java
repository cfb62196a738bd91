package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.oneOf;
import static dev.hark.market.hub.Nonsense.present;
import static dev.hark.market.hub.Nonsense.within;

import dev.hark.market.Qualification;
import dev.hark.market.Qualifications;
import dev.hark.market.QualifyingTest;
import dev.hark.task.GrantState;
import dev.hark.task.GrantWay;
import dev.hark.task.Place;
import dev.hark.task.Question;
import dev.hark.wire.AttemptJson;
import dev.hark.wire.GrantJson;
import dev.hark.wire.PlaceJson;
import dev.hark.wire.QualificationJson;
import dev.hark.wire.WorkerStandingJson;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a hub's qualifications and tests into those of this program. */
final class QualificationReader {
  private static final int MOST_WORDS = 2_000;
  private static final long MOST_SECONDS = Duration.ofDays(2).toSeconds();

  private QualificationReader() {}

  static Qualification qualification(QualificationJson json) throws Nonsense {
    GrantJson mine = json.mine();
    QualificationJson.TestJson test = json.test();
    return new Qualification(
        id(json.id(), "qualification"),
        PlainText.line(json.name(), 100),
        PlainText.line(json.description(), MOST_WORDS),
        PlainText.line(json.ownerName(), 100),
        json.shared(),
        oneOf(GrantWay.class, json.way()),
        json.least(),
        json.most(),
        "RETIRED".equals(json.state()),
        test == null ? 0 : (int) within(test.questions(), 1, 1000, "questions"),
        test == null
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(within(test.seconds(), 1, MOST_SECONDS, "time"))),
        mine == null ? Optional.empty() : Optional.of(held(mine)));
  }

  static Qualification.Held held(GrantJson json) throws Nonsense {
    return new Qualification.Held(
        id(json.worker(), "worker"),
        oneOf(GrantState.class, json.state()),
        Optional.ofNullable(json.value()),
        PlainText.line(json.words(), MOST_WORDS),
        PlainText.line(json.reason(), MOST_WORDS),
        present(json.changed(), "time"),
        Optional.ofNullable(json.again()));
  }

  static QualifyingTest test(AttemptJson json) throws Nonsense {
    if (!(TaskReader.question(present(json.question(), "question"))
        instanceof Question.Form form)) {
      throw new Nonsense("a test that is no form");
    }
    Long points = json.points();
    return new QualifyingTest(
        id(json.id(), "test"),
        id(json.qualification(), "qualification"),
        PlainText.line(json.name(), 100),
        form,
        oneOf(QualifyingTest.State.class, json.state()),
        present(json.deadline(), "deadline"),
        points == null ? 0 : points,
        json.most(),
        Optional.ofNullable(json.value()),
        Optional.ofNullable(json.again()));
  }

  static Qualifications.Standing standing(WorkerStandingJson json) throws Nonsense {
    return new Qualifications.Standing(
        within(json.decided(), 0, Long.MAX_VALUE, "decisions"),
        within(json.approved(), 0, json.decided(), "approvals"),
        Optional.ofNullable(json.share()),
        place(json.place()));
  }

  private static Optional<Place> place(@Nullable PlaceJson json) throws Nonsense {
    try {
      return json == null
          ? Optional.empty()
          : Optional.of(
              new Place(present(json.country(), "country"), Optional.ofNullable(json.region())));
    } catch (IllegalArgumentException e) {
      throw new Nonsense("no such place");
    }
  }
}
