package dev.hark.transcript;

/** Parts of the method that can be left out, to see what each brings. */
public enum Part {
  /** Words that some write as one and others as two are read as most write them. */
  COMPOUNDS,
  /** Words that are spelt alike come under one another and are taken for one another. */
  SPELLING,
  /** So are words that sound alike. */
  SOUND,
  /** Those answers are laid first and weigh more in laying that err less. */
  ORDER,
  /** Workers are trusted by their other work. */
  TRUST,
  /** Workers who leave out many words are known to. */
  HABITS,
  /** Errors that agreement does not show, and that it shows too much, are reckoned with. */
  CONTRAST,
  /** Words are known that are seldom misheard, and that are often written for others. */
  WORDS,
  /** A word among doubtful ones counts less. */
  PASSAGES,
  /** Copies of one answer count as one. */
  COPIES
}
