package dev.hark.speech;

/** What an utterance is for, so that a person may give each kind a voice of its own. */
public enum Purpose {
  /** What Hark itself says: answers to keys, news, alarms. */
  INTERFACE,
  /** What a requester wrote: titles, questions, choices. */
  TASK,
  /** The person's own answer, read back to be checked. */
  READ_BACK
}
