package dev.hark.cli.bench.load;

import java.io.IOException;

/** What one worker does over and over. For one thread. */
interface Cycle extends AutoCloseable {
  /** Once: list, accept, submit. */
  void run() throws Exception;

  @Override
  void close() throws IOException;
}
