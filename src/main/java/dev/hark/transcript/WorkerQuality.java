package dev.hark.transcript;

/**
 * How far a worker can be trusted, from agreement alone.
 *
 * @param answers with words in them
 * @param words in all of them
 * @param errorRate share of words that are wrong, as estimated: the fewer words there are, the
 *     nearer to that of everybody
 */
public record WorkerQuality(int answers, long words, double errorRate) {}
