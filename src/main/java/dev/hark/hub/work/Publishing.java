package dev.hark.hub.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Deed;
import dev.hark.hub.qualification.Admission;
import dev.hark.hub.qualification.RequirementRules;
import dev.hark.hub.store.Store;
import dev.hark.wire.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts task groups on the market. Safe for use by several threads. */
public final class Publishing {
  private final Store store;
  private final Clock clock;
  private final Payments payments;

  public Publishing(Store store, Clock clock, Payments payments) {
    this.store = store;
    this.clock = clock;
    this.payments = payments;
  }

  /**
   * Publishes a group with its tasks, all or nothing.
   *
   * @param key the same key again with the same group gives the same id and publishes nothing
   * @return the group's id
   * @throws Fault.Refused with {@link Refusal#INVALID} where the group makes no sense or the key
   *     was used for another group, {@link Refusal#NOT_COVERED} where the requester's money does
   *     not cover the reward and fee of every answer that is wanted
   */
  public String publish(String requesterId, NewGroup group, String key) {
    return publishAll(requesterId, List.of(group), key).getFirst();
  }

  /**
   * Publishes many groups of one requester, all or nothing.
   *
   * @param key as for {@link #publish}
   * @return the groups' ids, in order
   */
  public List<String> publishAll(String requesterId, List<NewGroup> groups, String key) {
    groups.forEach(GroupRules::check);
    return store.write(
        handle -> {
          GroupWriter writer = new GroupWriter(handle, requesterId, clock.instant(), payments);
          List<String> ids = new ArrayList<>();
          for (int i = 0; i < groups.size(); i++) {
            NewGroup group = groups.get(i);
            String unique = i == 0 ? key : key + "#" + i;
            String fingerprint = GroupWriter.fingerprint(group);
            Optional<String> known = known(handle, requesterId, unique, fingerprint);
            if (known.isEmpty()) {
              RequirementRules.check(handle, requesterId, group.requirements());
            }
            ids.add(known.isPresent() ? known.get() : writer.add(group, unique, fingerprint));
            if (known.isEmpty()) {
              Audit.note(handle, clock.instant(), requesterId, Deed.GROUP_POSTED, ids.getLast());
              if (!group.draft()) {
                Telling.published(handle, requesterId, ids.getLast(), group, clock.instant());
              }
            }
          }
          writer.flush();
          payments.requireOpen(handle, requesterId);
          for (int i = 0; i < groups.size(); i++) {
            NewGroup group = groups.get(i);
            if (!group.requirements().isEmpty()) {
              Admission.guard(handle, ids.get(i), group.requirements(), group.mediumIds());
            }
          }
          return ids;
        });
  }

  private static Optional<String> known(
      Handle handle, String requesterId, String key, String fingerprint) {
    return handle
        .createQuery(
            "select id, fingerprint from task_group"
                + " where requester_id = :requester and publish_key = :key")
        .bind("requester", requesterId)
        .bind("key", key)
        .map(
            (row, context) -> {
              if (!row.getString("fingerprint").equals(fingerprint)) {
                throw new Fault.Refused(
                    Refusal.INVALID, "Idempotency-Key: not used for another task group before");
              }
              return row.getString("id");
            })
        .findOne();
  }

  /** A value as the JSON that is stored. */
  public static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
