package dev.hark.hub.store;

import javax.sql.DataSource;

/** Stands between the store and its database, for measuring. */
@FunctionalInterface
public interface Tap {
  /** Nothing in between. */
  Tap NONE = (source, writing) -> source;

  /**
   * Wraps a source of connections.
   *
   * @param writing whether its connections are for writing
   */
  DataSource listen(DataSource source, boolean writing);
}
