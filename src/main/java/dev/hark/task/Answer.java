package dev.hark.task;

import java.util.List;

/** A worker's answer; its shape follows the question's. */
public sealed interface Answer {
  /** Words, exactly as typed. */
  record Text(String text) implements Answer {}

  /** The id of the option that was chosen. */
  record Choice(String optionId) implements Answer {}

  /** The answers to a form's parts, in order. */
  record Form(List<Answer> parts) implements Answer {
    public Form {
      parts = List.copyOf(parts);
    }
  }
}
