package dev.hark.hub.commons;

import dev.hark.hub.store.Store;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who is whose person, and who was paid by whom. Several accounts are one person where a moderator
 * says so.
 */
final class People {
  /** A voice that changes no figure yet. */
  static final int WAITING = 0;

  /** A voice that counts. */
  static final int COUNTED = 1;

  /** A voice that counts for the lower bound too. */
  static final int SURE = 2;

  private People() {}

  /** The person behind an account. */
  static String person(Handle handle, String accountId) {
    return handle
        .createQuery("select coalesce(same_as, id) from account where id = :id")
        .bind("id", accountId)
        .mapTo(String.class)
        .findOne()
        .orElse(accountId);
  }

  /** All accounts of a person. */
  static List<String> accounts(Handle handle, String personId) {
    return handle
        .createQuery(
            "select id from account where id = :person union"
                + " select id from account where same_as = :person")
        .bind("person", personId)
        .mapTo(String.class)
        .list();
  }

  /** Keeps whoever pays or reviews this person's accounts waiting until the transaction ends. */
  static void lock(Handle handle, String personId) {
    Store.lock(handle, "voice:" + personId);
  }

  /** As what a person's voice on a requester counts: more where others than that one paid them. */
  static int weight(Handle handle, List<String> accounts, String requesterId) {
    int weight = WAITING;
    for (String account : accounts) {
      if (pays(handle, account, requesterId, "<>")) {
        return SURE;
      }
      if (pays(handle, account, requesterId, "=")) {
        weight = COUNTED;
      }
    }
    return weight;
  }

  private static boolean pays(Handle handle, String worker, String requesterId, String how) {
    return handle
        .createQuery(
            "select 1 from paid_by where worker_id = :worker and requester_id "
                + how
                + " :requester limit 1")
        .bind("worker", worker)
        .bind("requester", requesterId)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /**
   * Requesters of whom any of these accounts wrote a review, in the order in which to lock them.
   */
  static List<String> reviewed(Handle handle, List<String> accounts) {
    return handle
        .createQuery(
            "select distinct requester_id from review where worker_id in (<workers>)"
                + " order by requester_id")
        .bindList("workers", accounts)
        .mapTo(String.class)
        .list();
  }
}
