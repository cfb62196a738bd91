package dev.hark.wire;

/**
 * Seconds from accept to submit that are expected where nobody has done a task yet.
 *
 * @param lowerSeconds by the quicker quarter of workers
 * @param upperSeconds by the slower quarter of workers
 */
public record ExpectedTimesJson(double lowerSeconds, double upperSeconds) {}
