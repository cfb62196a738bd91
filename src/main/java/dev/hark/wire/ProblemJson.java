package dev.hark.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error, sent as {@code application/problem+json}.
 *
 * @param type {@code about:blank}
 * @param title the refusal in a few English words
 * @param status the HTTP status
 * @param detail one English sentence: what, where, what to do
 * @param code stable, see {@code dev.hark.fault.Refusal}
 * @param args the sentence's arguments as text, so that a client can say it in its own language
 * @param at a point in time that the sentence names, such as when a lease ran out
 * @param amount money that the sentence names, such as what is missing
 * @param unmet what a worker who does not qualify lacks, and what would help; absent elsewhere
 */
public record ProblemJson(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<String> args,
    @Nullable Instant at,
    @Nullable MoneyJson amount,
    @Nullable List<UnmetJson> unmet) {}
