package dev.hark.hub.store;

import java.security.SecureRandom;

/** Makes ids and secrets. Thread-safe. */
public final class Ids {
  /** Without 0, 1, o, l and i, which are mistaken for each other in print and in speech. */
  public static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id of 12 letters and digits, about 59 bits. */
  public static String next() {
    StringBuilder id = new StringBuilder(12);
    for (int i = 0; i < 12; i++) {
      id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /** Random bytes for secrets. */
  public static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
