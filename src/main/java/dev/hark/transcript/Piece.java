package dev.hark.transcript;

import java.util.List;

/**
 * A piece of a recording, and what workers heard in it.
 *
 * @param id any that tells pieces apart
 * @param answers in any order
 */
public record Piece(String id, List<Answer> answers) {
  public Piece {
    answers = List.copyOf(answers);
  }
}
