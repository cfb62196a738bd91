package dev.hark.hub.store;

import org.jspecify.annotations.Nullable;

/** The database failed; nothing of the transaction was kept. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(@Nullable Throwable cause) {
    super(cause);
  }
}
