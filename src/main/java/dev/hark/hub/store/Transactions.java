package dev.hark.hub.store;

import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The transaction that a thread is in. */
final class Transactions {
  private static final ThreadLocal<@Nullable Handle> CURRENT = new ThreadLocal<>();

  private Transactions() {}

  /** The transaction that goes on in this thread, so that a further one joins it. */
  static @Nullable Handle current() {
    return CURRENT.get();
  }

  /** Runs one transaction in this thread. */
  static <T> T run(Jdbi jdbi, Function<Handle, T> work) throws SQLException {
    return jdbi.inTransaction(handle -> within(handle, work));
  }

  /** Runs within a transaction that was begun. */
  static <T> T within(Handle handle, Function<Handle, T> work) {
    CURRENT.set(handle);
    try {
      return work.apply(handle);
    } finally {
      CURRENT.remove();
    }
  }
}
