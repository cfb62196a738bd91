package dev.hark.review;

/** What a review judges, each 1 to 5 or not applicable. */
public enum Attribute {
  PAY,
  FAIRNESS,
  SPEED,
  COMMUNICATION,
  ACCESSIBILITY
}
