package dev.hark.review;

/** How much of a reviewer's work was rejected without a good reason. */
public enum Rejections {
  NONE,
  SOME,
  ALL
}
