package dev.hark.speech.text;

/** How capital letters are told. */
public enum Capitals {
  NONE,
  /** By a word before the letter or the word that has them. */
  WORD,
  /** By a higher voice. */
  PITCH
}
