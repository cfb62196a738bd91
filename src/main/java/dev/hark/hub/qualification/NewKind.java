package dev.hark.hub.qualification;

import dev.hark.task.GrantWay;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A qualification to set up.
 *
 * @param name in a few words
 * @param description what it stands for
 * @param way how it is had
 * @param least smallest value
 * @param most largest value
 * @param automaticValue what is granted on request; for {@link GrantWay#AUTOMATIC} only
 * @param retryAfter after how long it may be asked for again; empty for never
 * @param test for {@link GrantWay#TEST} only
 */
public record NewKind(
    String name,
    String description,
    GrantWay way,
    long least,
    long most,
    OptionalLong automaticValue,
    Optional<Duration> retryAfter,
    Optional<NewTest> test) {}
