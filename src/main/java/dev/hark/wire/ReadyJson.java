package dev.hark.wire;

/**
 * That a hub is ready to work.
 *
 * @param status {@code ready}
 */
public record ReadyJson(String status) {}
