package dev.hark.hub.ledger;

/** Names of the ledger's books. A book's balance is the sum of its entries, by currency. */
public final class Book {
  /** Where deposits come from; its balance is minus all money in the market. */
  public static final String WORLD = "world";

  private Book() {}

  public static String requester(String id) {
    return "requester:" + id;
  }

  public static String worker(String id) {
    return "worker:" + id;
  }
}
