package dev.hark.wire;

/**
 * Recorded seconds from accept to submit.
 *
 * @param lowerSeconds 25th percentile over workers
 * @param upperSeconds 75th percentile over workers
 * @param workers people behind it, at least 1
 */
public record WorkTimesJson(double lowerSeconds, double upperSeconds, int workers) {}
