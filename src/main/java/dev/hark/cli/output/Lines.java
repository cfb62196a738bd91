package dev.hark.cli.output;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Writes whole lines, each at once, so that a screen reader gets it in one piece. */
final class Lines implements Consumer<String> {
  private final PrintStream stream;

  Lines(PrintStream stream) {
    this.stream = stream;
  }

  @Override
  public void accept(String text) {
    synchronized (stream) {
      stream.println(text);
      stream.flush();
    }
  }
}
