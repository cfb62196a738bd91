package dev.hark.hub.qualification;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Sha256;
import dev.hark.task.Unmet;
import dev.hark.task.UnmetWords;
import dev.hark.wire.RequirementJson;
import dev.hark.wire.UnmetJson;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and take a task group: the one place that decides it. Made for one person within one
 * transaction, and remembers what it has read; a group without requirements costs it nothing.
 *
 * <p>Groups that not everybody may see belong to an audience: all groups with the same requirements
 * for seeing them share one, so that a list asks which audiences a worker belongs to, not which
 * groups.
 */
public final class Admission {
  private static final Pattern AUDIENCE = Pattern.compile("[0-9a-f]{32}");

  private final Handle handle;
  private final String personId;
  private final Worker worker;
  private @Nullable String role;

  private Admission(Handle handle, Instant now, String personId) {
    this.handle = handle;
    this.personId = personId;
    this.worker = new Worker(handle, now, personId);
  }

  /**
   * @param personId a worker; requesters see what a worker without qualifications sees, and their
   *     own
   */
  public static Admission of(Handle handle, Instant now, String personId) {
    return new Admission(handle, now, personId);
  }

  /**
   * Puts requirements on a group that was just written.
   *
   * @param requirements as {@link RequirementRules} let them pass
   * @param mediumIds sounds and pictures of its tasks
   */
  public static void guard(
      Handle handle, String groupId, List<GroupRequirement> requirements, Set<String> mediumIds) {
    if (requirements.isEmpty()) {
      return;
    }
    if (requirements.stream().anyMatch(one -> one.guard().guardsPreview())) {
      guardMedia(handle, groupId, mediumIds);
    }
    List<GroupRequirement> toDiscover =
        requirements.stream().filter(one -> one.guard().guardsDiscovery()).toList();
    handle.execute(
        "update task_group set requirements = ?, audience_id = ? where id = ?",
        GroupRequirement.write(requirements),
        toDiscover.isEmpty() ? "" : audience(handle, toDiscover),
        groupId);
  }

  /** Media of a group that not everybody may look at are for those who may, too. */
  private static void guardMedia(Handle handle, String groupId, Set<String> mediumIds) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into guarded_medium (medium_id, group_id) values (?, ?)"
                + " on conflict (medium_id, group_id) do nothing");
    mediumIds.forEach(medium -> batch.add(medium, groupId));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_QUALIFIED} where every group that shows a sound
   *     or picture is shut to this person, and they never held a task of one
   */
  public void requireMedium(String mediumId) {
    List<String> groups =
        handle
            .createQuery("select group_id from guarded_medium where medium_id = :medium limit 50")
            .bind("medium", mediumId)
            .mapTo(String.class)
            .list();
    if (groups.isEmpty() || role().equals("OPERATOR")) {
      return;
    }
    Fault.@Nullable Refused refused = null;
    for (String group : groups) {
      try {
        if (!hadTaskOf(group)) {
          requirePreview(group);
        }
        return;
      } catch (Fault.Refused shut) {
        refused = shut;
      }
    }
    throw Objects.requireNonNull(refused);
  }

  private boolean hadTaskOf(String groupId) {
    return handle
        .createQuery(
            "select 1 from assignment where worker_id = :worker and group_id = :group limit 1")
        .bind("worker", personId)
        .bind("group", groupId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static String audience(Handle handle, List<GroupRequirement> requirements) {
    String json =
        GroupRequirement.write(
            requirements.stream().distinct().sorted(RequirementRules.ORDER).toList());
    String id = Sha256.of(json).substring(0, 32);
    handle.execute(
        "insert into audience (id, anchor, requirements) values (?, ?, ?)"
            + " on conflict (id) do nothing",
        id,
        requirements.stream()
            .filter(GroupRequirement::mustBeHeld)
            .map(GroupRequirement::qualification)
            .filter(RequirementRules::isGranted)
            .min(String::compareTo)
            .orElse(""),
        json);
    return id;
  }

  /**
   * A condition for a query over groups that lets through those that this person may see listed.
   *
   * @param group the query's name for {@code task_group}
   */
  public String listed(String group) {
    if (role().equals("OPERATOR")) {
      return "1 = 1";
    }
    Set<String> audiences = audiences();
    if (audiences.isEmpty()) {
      return group + ".audience_id = ''";
    }
    return audiences.stream()
        .filter(id -> AUDIENCE.matcher(id).matches())
        .collect(Collectors.joining("', '", group + ".audience_id in ('', '", "')"));
  }

  /** Only audiences that want nothing granted, or something that the worker holds, can fit. */
  private Set<String> audiences() {
    record Row(String id, String requirements) {}
    List<Row> rows =
        handle
            .createQuery(
                "select id, requirements from audience where anchor = ''"
                    + " or anchor in (select qualification_id from worker_qualification"
                    + " where worker_id = :worker and value is not null)")
            .bind("worker", personId)
            .map((row, context) -> new Row(row.getString("id"), row.getString("requirements")))
            .list();
    Set<String> audiences = new HashSet<>();
    for (Row row : rows) {
      if (GroupRequirement.read(row.requirements()).stream().allMatch(worker::meets)) {
        audiences.add(row.id());
      }
    }
    return audiences;
  }

  /**
   * What a group wants that this worker does not have; empty where the worker qualifies, and for
   * everybody who is no worker.
   *
   * @param requirements as stored with the group, null where there are none
   */
  public List<Unmet> unmet(@Nullable String requirements) {
    if (requirements == null || !role().equals("WORKER")) {
      return List.of();
    }
    return GroupRequirement.read(requirements).stream()
        .filter(one -> !worker.meets(one))
        .map(worker::unmet)
        .toList();
  }

  /**
   * What a list tells of a group's requirements; all absent where it has none.
   *
   * @param required what is required
   * @param qualified whether this worker meets it; absent for others
   * @param unmet what they do not meet; absent where nothing
   */
  public record Told(
      @Nullable List<RequirementJson> required,
      @Nullable Boolean qualified,
      @Nullable List<UnmetJson> unmet) {}

  /**
   * @param requirements as stored with the group, null where there are none
   */
  public Told told(@Nullable String requirements) {
    boolean works = role().equals("WORKER");
    if (requirements == null) {
      return new Told(null, works ? true : null, null);
    }
    List<UnmetJson> unmet = unmet(requirements).stream().map(UnmetJson::of).toList();
    return new Told(
        GroupRequirement.read(requirements).stream().map(GroupRequirement::json).toList(),
        works ? unmet.isEmpty() : null,
        unmet.isEmpty() ? null : unmet);
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_QUALIFIED} where this person may not look at it
   */
  public void requirePreview(String groupId) {
    Terms terms = terms(groupId);
    if (terms.requirements() == null
        || terms.requesterId().equals(personId)
        || role().equals("OPERATOR")) {
      return;
    }
    boolean shut =
        GroupRequirement.read(terms.requirements()).stream()
            .anyMatch(one -> one.guard().guardsPreview() && !worker.meets(one));
    if (shut) {
      throw refused(unmetOfAnybody(terms.requirements()));
    }
  }

  /**
   * @throws Fault.Refused with {@link Refusal#NOT_QUALIFIED} where this worker may not take a task
   *     of the group
   */
  public void requireAccept(String groupId) {
    Terms terms = terms(groupId);
    if (terms.requirements() == null) {
      return;
    }
    List<Unmet> unmet = unmetOfAnybody(terms.requirements());
    if (!unmet.isEmpty()) {
      throw refused(unmet);
    }
  }

  private List<Unmet> unmetOfAnybody(String requirements) {
    return GroupRequirement.read(requirements).stream()
        .filter(one -> !worker.meets(one))
        .map(worker::unmet)
        .toList();
  }

  private static Fault.Refused refused(List<Unmet> unmet) {
    return new Fault.Refused(Refusal.NOT_QUALIFIED, UnmetWords.all(unmet))
        .because(unmet.stream().map(UnmetJson::of).toList());
  }

  private record Terms(String requesterId, @Nullable String requirements) {}

  /** A group that is not there is for others to refuse. */
  private Terms terms(String groupId) {
    return handle
        .createQuery("select requester_id, requirements from task_group where id = :group")
        .bind("group", groupId)
        .map(
            (row, context) ->
                new Terms(row.getString("requester_id"), row.getString("requirements")))
        .findOne()
        .orElse(new Terms("", null));
  }

  private String role() {
    String known = role;
    if (known == null) {
      known =
          handle
              .createQuery("select role from account where id = :id")
              .bind("id", personId)
              .mapTo(String.class)
              .findOne()
              .orElse("WORKER");
      role = known;
    }
    return known;
  }
}
