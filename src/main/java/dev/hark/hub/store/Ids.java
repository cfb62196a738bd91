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
    char[] id = new char[12];
    // One draw for all letters. 2^63 is no multiple of 31^12, so that some ids are a tenth likelier
    // than others; of 59 bits that takes less than a hundredth of one.
    long rest = RANDOM.nextLong() & Long.MAX_VALUE;
    for (int i = 0; i < id.length; i++) {
      id[i] = LETTERS.charAt((int) (rest % LETTERS.length()));
      rest /= LETTERS.length();
    }
    return new String(id);
  }

  /** Random bytes for secrets. */
  public static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
