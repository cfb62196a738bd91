package dev.hark.wire;

/**
 * A new account. The token is shown once; the hub keeps only its hash.
 *
 * @param id stable id
 * @param token for {@code Authorization: Bearer}
 */
public record RegistrationJson(String id, String token) {}
