package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as its requester sees it.
 *
 * @param id stable id
 * @param requesterId whose it is
 * @param title in the requester's words
 * @param kind a {@code TaskKind} in upper case
 * @param language BCP 47 tag
 * @param reward for each answer
 * @param allowedSeconds from accept to submit
 * @param autoApproveSeconds after how long an answer that nobody decided on is approved
 * @param needs {@code Need}s in upper case
 * @param keywords may be empty
 * @param copies answers wanted for each task
 * @param priority groups of higher priority are listed first
 * @param state {@code DRAFT}, {@code PUBLISHED}, {@code EXPIRED} or {@code DELETED}
 * @param created when it was posted
 * @param published when it was published, absent for a draft
 * @param lifetimeSeconds from publication, absent where there is no end
 * @param expires when nobody can accept any more, absent for a draft and where there is no end
 * @param annotation the requester's own words, absent where there are none
 * @param tasks how many there are
 * @param answers how far it is
 * @param audioSeconds length of a typical sound, absent where there is none
 * @param times recorded work times, absent where nobody has done one yet
 */
public record PostedGroupJson(
    String id,
    String requesterId,
    String title,
    String kind,
    String language,
    MoneyJson reward,
    long allowedSeconds,
    long autoApproveSeconds,
    List<String> needs,
    List<String> keywords,
    int copies,
    int priority,
    String state,
    Instant created,
    @Nullable Instant published,
    @Nullable Long lifetimeSeconds,
    @Nullable Instant expires,
    @Nullable String annotation,
    int tasks,
    AnswersJson answers,
    @Nullable Double audioSeconds,
    @Nullable WorkTimesJson times) {

  /**
   * Counts of answers.
   *
   * @param open wanted, and held by nobody
   * @param held being worked on
   * @param waiting handed in and undecided
   * @param approved approved and paid
   * @param rejected rejected
   */
  public record AnswersJson(int open, int held, int waiting, int approved, int rejected) {}
}
