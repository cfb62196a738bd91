package dev.hark.market.hub;

import dev.hark.wire.ComparedJson;
import dev.hark.wire.ComparedJson.DifferenceJson;
import dev.hark.wire.ComparedJson.DisputeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Answers beside their texts, as a hub tells them, made harmless. */
final class ComparedReader {
  private static final int MOST_WORDS = 2_000;
  private static final int MOST_TEXT = 100_000;
  private static final int MOST_DIFFERENCES = 5_000;
  private static final int MOST_PAGES = 10;

  private ComparedReader() {}

  static ComparedJson compared(ComparedJson json) throws Nonsense {
    OfferReader.money(json.bonus(), 0);
    OfferReader.money(json.highest(), 0);
    share(json.closeness(), "closeness");
    return new ComparedJson(
        Nonsense.id(json.assignmentId(), "assignment"),
        PlainText.line(json.title(), 200),
        Nonsense.id(json.requesterId(), "requester"),
        PlainText.line(json.requester(), 200),
        Nonsense.id(json.worker(), "worker"),
        Nonsense.id(json.mediumId(), "medium"),
        PlainText.lines(json.answer(), MOST_TEXT),
        PlainText.lines(json.text(), MOST_TEXT),
        Nonsense.present(json.differences(), "differences").stream()
            .limit(MOST_DIFFERENCES)
            .map(ComparedReader::difference)
            .toList(),
        json.closeness(),
        json.bonus(),
        json.highest(),
        Nonsense.present(json.compared(), "time"),
        dispute(json.dispute()));
  }

  static void share(double share, String what) throws Nonsense {
    if (!(share >= 0 && share <= 1)) {
      throw new Nonsense(what + " is " + share);
    }
  }

  private static DifferenceJson difference(DifferenceJson json) {
    return new DifferenceJson(
        PlainText.line(json.before(), MOST_WORDS),
        PlainText.line(json.answer(), MOST_WORDS),
        PlainText.line(json.text(), MOST_WORDS));
  }

  private static @Nullable DisputeJson dispute(@Nullable DisputeJson json) throws Nonsense {
    if (json == null) {
      return null;
    }
    if (json.paid() != null) {
      OfferReader.money(json.paid(), 0);
    }
    return new DisputeJson(
        PlainText.lines(json.words(), MOST_WORDS),
        Nonsense.present(json.made(), "time"),
        json.settled(),
        json.paid(),
        json.reply() == null ? null : PlainText.lines(json.reply(), MOST_WORDS));
  }

  /** All pages of a list, up to a limit that nobody reads through. */
  static List<ComparedJson> all(HubCalls calls, Decoder decoder, String list) {
    List<ComparedJson> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address(list).addQueryParameter("limit", "100");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<ComparedJson> items =
          decoder.list(calls.get(url.build()), ComparedJson.class, ComparedReader::compared);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }
}
