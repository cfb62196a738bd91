package dev.hark.cli.output;

import dev.hark.fault.Sentence;
import java.util.List;

/**
 * What Hark tells. Results go to standard output, progress and faults to standard error. Whatever
 * is told is made safe for a terminal. Safe for use by several threads.
 */
public abstract sealed class Output permits PlainOutput, JsonOutput, SpokenOutput {
  Output() {}

  /** One sentence of the result. */
  public abstract void say(Sentence sentence);

  /**
   * The whole result: the JSON where JSON is wanted, else the sentences.
   *
   * @param json a wire record, map or list
   * @param lines the same in words
   */
  public abstract void result(Object json, List<Sentence> lines);

  /** Text that is the result as it stands: a script for a shell, help, a URL. */
  public abstract void text(String text);

  /** How far it is; never part of the result. */
  public abstract void progress(Sentence sentence);

  /**
   * What went wrong.
   *
   * @param exitCode what the run will end with
   */
  public abstract void fault(Sentence sentence, int exitCode);
}
