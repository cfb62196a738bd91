package dev.hark.market.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.market.source.NoAnswer;
import dev.hark.market.source.ReviewSource;
import dev.hark.review.Standing;
import dev.hark.wire.RequesterJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Another hub, asked for what it knows of requesters, one after the other. */
public final class HubReviews implements ReviewSource {
  /** So few that the first ratings of a long list are soon there. */
  private static final int MOST = 20;

  private final String address;
  private final Duration patience;
  private final Supplier<String> token;
  private @Nullable HubCalls calls;
  private boolean known;

  /**
   * Opens no connection yet.
   *
   * @param token of an account there; asked for once it is known to be a hub
   */
  public HubReviews(String address, Duration patience, Supplier<String> token) {
    this.address = address;
    this.patience = patience;
    this.token = token;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Map<String, Standing> ask(List<String> requesterIds) throws NoAnswer {
    try {
      requireHub();
      HubCalls open = open();
      Map<String, Standing> answers = new HashMap<>();
      for (String id : requesterIds) {
        answers.put(id, standing(open, id));
      }
      return answers;
    } catch (Fault.Refused refused) {
      throw refused.refusal() == Refusal.TOO_MANY
          ? NoAnswer.slower(Retry.after(refused))
          : NoAnswer.down("refused: " + refused.refusal(), refused);
    } catch (Fault.HubDown down) {
      throw NoAnswer.down("the hub does not answer", down);
    }
  }

  /** No account is made where something else answers. */
  private void requireHub() throws NoAnswer {
    if (known) {
      return;
    }
    try (HubCalls stranger = new HubCalls(address, null, patience)) {
      var _ = HubAccounts.about(stranger, new Decoder(stranger));
      known = true;
    } catch (Fault.HubDown down) {
      throw down.sentence().key().equals("market.nonsense")
          ? NoAnswer.stranger("no hub", down)
          : NoAnswer.down("not reached", down);
    }
  }

  private HubCalls open() {
    HubCalls open = calls;
    if (open == null) {
      open = new HubCalls(address, token.get(), patience);
      calls = open;
    }
    return open;
  }

  private static Standing standing(HubCalls calls, String id) {
    try {
      return new Decoder(calls)
          .one(
              calls.get(calls.address("requesters", id).build()),
              RequesterJson.class,
              OfferReader::standing);
    } catch (Fault.Refused refused) {
      if (refused.refusal() == Refusal.NOT_FOUND) {
        return new Standing.NoReviews();
      }
      throw refused;
    }
  }

  @Override
  public void close() {
    HubCalls open = calls;
    if (open != null) {
      open.close();
    }
  }
}
