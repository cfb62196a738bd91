package dev.hark.cli.output;

import dev.hark.fault.Sentence;
import dev.hark.wording.Wording;
import java.io.PrintStream;
import java.util.List;

/** Lines of words: one sentence a line, no colour, no cursor play. */
public final class PlainOutput extends Output {
  private final Wording wording;
  private final Lines out;
  private final Lines err;

  public PlainOutput(Wording wording, PrintStream out, PrintStream err) {
    this.wording = wording;
    this.out = new Lines(out);
    this.err = new Lines(err);
  }

  @Override
  public void say(Sentence sentence) {
    out.line(SafeText.line(wording.say(sentence)));
  }

  @Override
  public void result(Object json, List<Sentence> lines) {
    lines.forEach(this::say);
  }

  @Override
  public void text(String text) {
    out.line(text);
  }

  @Override
  public void progress(Sentence sentence) {
    err.line(SafeText.line(wording.say(sentence)));
  }

  @Override
  public void fault(Sentence sentence, int exitCode) {
    err.line(SafeText.line(wording.say(sentence)));
  }
}
