package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token to make.
 *
 * @param name what its owner calls it; absent for none
 * @param scopes what it is to be good for; absent for all that the caller's is
 * @param expiresSeconds how long it is good; absent for the hub's default
 */
public record NewTokenJson(
    @Nullable String name, @Nullable List<String> scopes, @Nullable Long expiresSeconds) {}
