package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.oneOf;
import static dev.hark.market.hub.Nonsense.present;

import dev.hark.market.Rejection;
import dev.hark.task.RejectionCode;
import dev.hark.wire.RejectionJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Turns a hub's rejections into those of this program. */
final class RejectionReader {
  private static final int MOST_WORDS = 2_000;
  private static final int MOST_PAGES = 20;

  private RejectionReader() {}

  static Rejection rejection(RejectionJson json) throws Nonsense {
    return new Rejection(
        id(json.assignmentId(), "assignment"),
        PlainText.line(json.title(), 200),
        PlainText.line(json.requester(), 200),
        present(json.answer(), "answer").toAnswer(),
        OfferReader.money(json.reward(), 0),
        // A newer hub may have codes that are not known here; the words say it all the same.
        RejectionCode.ofCode(present(json.code(), "code")).orElse(RejectionCode.OTHER),
        PlainText.lines(json.reason(), MOST_WORDS),
        oneOf(Rejection.By.class, json.by()),
        present(json.rejected(), "time of rejection"),
        present(json.answerUntil(), "time to answer"),
        words(json.objection()),
        words(json.dismissal()));
  }

  private static Optional<String> words(@Nullable String said) {
    return said == null ? Optional.empty() : Optional.of(PlainText.lines(said, MOST_WORDS));
  }

  /** All pages of a list of rejections, up to a limit that nobody reads through. */
  static List<Rejection> all(HubCalls calls, Decoder decoder, String list) {
    List<Rejection> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address(list);
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<Rejection> items =
          decoder.list(calls.get(url.build()), RejectionJson.class, RejectionReader::rejection);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }
}
