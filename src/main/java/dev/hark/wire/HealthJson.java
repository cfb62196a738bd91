package dev.hark.wire;

/**
 * How a hub is.
 *
 * @param status {@code ok}
 * @param version of Hark
 * @param market the market's name
 * @param demo whether nothing here is real money
 */
public record HealthJson(String status, String version, String market, boolean demo) {}
