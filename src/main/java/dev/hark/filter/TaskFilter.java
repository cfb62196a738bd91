package dev.hark.filter;

/** Decides which tasks are kept. Safe for use by several threads. */
@FunctionalInterface
public interface TaskFilter {
  Verdict judge(Facts facts);
}
