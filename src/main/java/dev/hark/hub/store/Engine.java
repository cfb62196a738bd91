package dev.hark.hub.store;

import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** How transactions run on one kind of database. Safe for use by several threads. */
interface Engine extends AutoCloseable {
  /** Runs in a transaction that sees one state and changes nothing. */
  <T> T read(Function<Handle, T> work);

  /** Runs in a transaction that is kept as a whole, once this returns, or not at all. */
  <T> T write(Function<Handle, T> work);

  /** The time by the clock that all who use the database share. */
  Instant time();

  @Override
  void close();
}
