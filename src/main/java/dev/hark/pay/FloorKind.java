package dev.hark.pay;

import dev.hark.fault.Sentence;
import java.util.Locale;

/** What a pay floor is. */
public enum FloorKind {
  /** The least that the law of a place allows for an employed adult. */
  LEGAL,
  /** What is needed to live on there, by a body that publishes how it reckons. */
  LIVING;

  /** As it stands in files and settings. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** "legal minimum". */
  public Sentence words() {
    return Sentence.of("pay.kind." + id());
  }
}
