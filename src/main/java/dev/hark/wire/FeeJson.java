package dev.hark.wire;

/**
 * What the operator takes of each reward, on top of it.
 *
 * @param basisPoints hundredths of a percent
 */
public record FeeJson(int basisPoints) {}
