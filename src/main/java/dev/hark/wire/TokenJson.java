package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of an account.
 *
 * @param id names it without giving it away
 * @param token the secret, shown once: when it is made
 * @param name what its owner calls it; may be empty
 * @param scopes what it is good for, such as {@code worker:read}
 * @param created when it was made
 * @param expires when it ends; absent where it does not
 * @param used the last day, in UTC, on which it was used, such as {@code 2026-11-18}; absent where
 *     it never was
 * @param current whether the request was made with it
 */
public record TokenJson(
    String id,
    @Nullable String token,
    String name,
    List<String> scopes,
    Instant created,
    @Nullable Instant expires,
    @Nullable String used,
    boolean current) {}
