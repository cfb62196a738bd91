package dev.hark.market.hub;

import dev.hark.market.Marketplace.OfferPage;
import java.io.IOException;

/** Reads pages of offers as a hub sends them. Safe for use by several threads. */
public final class OfferPages {
  private final Recurring recurring = new Recurring();

  /**
   * What is on a page, without the groups that make no sense.
   *
   * @throws IOException where this is no page
   */
  public OfferPage read(byte[] json) throws IOException {
    return TaskGroupParser.page(json, recurring);
  }
}
