package dev.hark.voice;

import dev.hark.work.Action;

/** What a phrase asks for. */
public sealed interface Spoken {
  /** An action of the session. */
  record Act(Action action) implements Spoken {}

  /**
   * An option of a choice.
   *
   * @param number counted from 1
   */
  record Option(int number) implements Spoken {}

  /** Yes or no, to what was asked. */
  record Answer(boolean yes) implements Spoken {}

  /** What can be said now. */
  record WhatNow() implements Spoken {}

  /** Commands follow. */
  record Wake() implements Spoken {}

  /** No commands follow, until the next {@link Wake}. */
  record Sleep() implements Spoken {}
}
