package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a requester is called when something happens.
 *
 * @param kinds empty for all
 * @param state {@code ACTIVE} or {@code DISABLED}
 * @param failingSince since when no call has succeeded; absent where the last one did
 * @param secret signs the calls; there only when it was just made
 * @param oldSecretUntil until when calls are signed with the secret from before, too
 */
public record WebhookJson(
    String id,
    String url,
    List<String> kinds,
    String state,
    Instant created,
    @Nullable Instant failingSince,
    @Nullable String secret,
    @Nullable Instant oldSecretUntil) {}
