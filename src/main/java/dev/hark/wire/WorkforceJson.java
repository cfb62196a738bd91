package dev.hark.wire;

/**
 * Who writes down recordings in a language at a hub, and how long it takes them.
 *
 * @param quickFactor seconds of work for each second of sound, by the quicker quarter of workers
 * @param slowFactor the same by the slower quarter
 * @param timedWorkers how many people's times stand behind these two; 0 for an estimate
 * @param activeWorkers how many handed in such an answer in the last seven days
 * @param workSecondsPerDay work in such answers in those days, a day, of all of them together
 */
public record WorkforceJson(
    double quickFactor,
    double slowFactor,
    int timedWorkers,
    int activeWorkers,
    long workSecondsPerDay) {}
