package dev.hark.cli.output;

import dev.hark.fault.Sentence;
import dev.hark.wording.Wording;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** Lines of words: one sentence a line, no colour, no cursor play. */
public final class PlainOutput extends Output {
  private final Wording wording;
  private final Consumer<String> out;
  private final Consumer<String> err;

  public PlainOutput(Wording wording, PrintStream out, PrintStream err) {
    this(wording, new Lines(out), new Lines(err));
  }

  /**
   * @param out takes lines of results
   * @param err takes lines of progress and faults
   */
  public PlainOutput(Wording wording, Consumer<String> out, Consumer<String> err) {
    this.wording = wording;
    this.out = out;
    this.err = err;
  }

  @Override
  public void say(Sentence sentence) {
    out.accept(SafeText.line(wording.say(sentence)));
  }

  @Override
  public void result(Object json, List<Sentence> lines) {
    lines.forEach(this::say);
  }

  @Override
  public void text(String text) {
    out.accept(text);
  }

  @Override
  public void progress(Sentence sentence) {
    err.accept(SafeText.line(wording.say(sentence)));
  }

  @Override
  public void fault(Sentence sentence, int exitCode) {
    err.accept(SafeText.line(wording.say(sentence)));
  }
}
