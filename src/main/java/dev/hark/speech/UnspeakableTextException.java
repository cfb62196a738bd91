package dev.hark.speech;

/** An engine made no sound of a text that has letters; it may well speak the next one. */
public final class UnspeakableTextException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public UnspeakableTextException(String engine) {
    super(engine + " made no sound of the text");
  }
}
