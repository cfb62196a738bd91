package dev.hark.hub.account;

/**
 * A new account.
 *
 * @param id of the account
 * @param token shown once; the hub keeps only its hash
 */
public record Registration(String id, String token) {}
