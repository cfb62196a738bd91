package dev.hark.cli.output;

import java.io.PrintStream;

/** Writes whole lines, each at once, so that a screen reader gets it in one piece. */
final class Lines {
  private final PrintStream stream;

  Lines(PrintStream stream) {
    this.stream = stream;
  }

  void line(String text) {
    synchronized (stream) {
      stream.println(text);
      stream.flush();
    }
  }
}
