package dev.hark.wire;

import java.util.List;

/**
 * By which ids a requester was known elsewhere.
 *
 * @param ids in alphabetical order
 */
public record AlsoKnownJson(List<String> ids) {}
