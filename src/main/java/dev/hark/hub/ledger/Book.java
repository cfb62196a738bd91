package dev.hark.hub.ledger;

/** Names of the ledger's books. A book's balance is the sum of its entries, by currency. */
public final class Book {
  /** Where deposits come from; its balance is minus all money in the market. */
  public static final String WORLD = "world";

  /** What the operator earned. */
  public static final String FEES = "fees";

  private Book() {}

  public static String requester(String id) {
    return "requester:" + id;
  }

  public static String worker(String id) {
    return "worker:" + id;
  }

  /** What is set aside for the answers of one group, so that no two groups share a book. */
  public static String escrow(String groupId) {
    return "escrow:" + groupId;
  }

  /**
   * What is set aside for answers that a job may still want, and for the bonuses of all its
   * answers.
   */
  public static String job(String jobId) {
    return "job:" + jobId;
  }

  /** What one rejected answer would have cost, while the rejection may be turned round. */
  public static String kept(String assignmentId) {
    return "kept:" + assignmentId;
  }

  /** What one payout request is about, until it is paid or returned. */
  public static String payout(String id) {
    return "payout:" + id;
  }
}
