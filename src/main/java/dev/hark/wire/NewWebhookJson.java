package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be called when something happens.
 *
 * @param url where to call
 * @param kinds of events; all where absent or empty
 */
public record NewWebhookJson(@Nullable String url, @Nullable List<String> kinds) {}
