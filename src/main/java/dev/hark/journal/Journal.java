package dev.hark.journal;

import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * The client's own store. What a method has taken survives kill -9 and power loss once it returns.
 * Every method may throw {@code Fault.Storage} (a full disk, say); then nothing was changed. Safe
 * for use by several threads and by several processes.
 */
public interface Journal extends AutoCloseable {
  void saveDraft(Draft draft);

  Optional<Draft> draft(String taskId);

  /** All drafts, the last changed first. */
  List<Draft> drafts();

  void dropDraft(String taskId);

  /**
   * Puts an answer into the outbox and drops its draft, both or neither. An assignment that has an
   * entry already keeps it, and that one is returned; but one that was refused is replaced, and one
   * that arrived and is asked for again, by another answer.
   */
  OutboxEntry enqueue(Assignment assignment, Answer answer);

  /** Entries that wait, the oldest first. */
  List<OutboxEntry> waiting();

  Optional<OutboxEntry> outboxEntry(String assignmentId);

  void confirm(String assignmentId);

  void refuse(String assignmentId, String refusalCode);

  /**
   * An idempotency key for accepting a task of this group: the same one until {@link #acceptDone}.
   */
  String acceptKey(String groupId);

  void acceptDone(String groupId);

  Optional<String> setting(String name);

  void setting(String name, String value);

  /** Requesters that this worker never wants to see, by id. */
  List<String> hiddenRequesters();

  void hideRequester(String requesterId, String name);

  void showRequester(String requesterId);

  /** What watching told and caught in this market. */
  WatchMemory watching();

  @Override
  void close();
}
