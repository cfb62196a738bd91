package dev.hark.wire;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param taken how many were taken, or would be
 * @param already how many were there
 * @param known ids of requesters whom this hub knows by another id, without repetition
 * @param unknown ids of which nobody said whose they are, without repetition
 */
public record ImportResultJson(int taken, int already, List<String> known, List<String> unknown) {}
