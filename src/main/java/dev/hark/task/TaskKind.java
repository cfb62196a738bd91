package dev.hark.task;

/** The kinds of work that such markets carry. */
public enum TaskKind {
  TRANSCRIBE,
  COMPARE_AUDIO,
  JUDGE_ADVERT,
  TYPE_RECEIPT,
  SELECT_OBJECT,
  FILM_POSTURE,
  QUESTIONNAIRE,
  JUDGE_PHOTO
}
