package dev.hark.hub.quality;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a worker's next task of a group is gold, and which: the same for the same secret, worker,
 * group and number of answers, on every hub, and not to be told in advance without the secret.
 *
 * @param secret of the hub
 * @param groupId the group
 * @param workerId the worker
 */
record GoldDraw(String secret, String groupId, String workerId) {
  private static final double STEPS = 1L << 53;

  /**
   * Whether the next task is gold.
   *
   * @param answered how many tasks of the group the worker has answered, gold counted
   * @param rate 0 to 1
   */
  boolean isGold(int answered, double rate) {
    return (number("next", answered) >>> 11) / STEPS < rate;
  }

  /**
   * Which gold comes next: a walk over all of them, in an order of the worker's own.
   *
   * @param met how many the worker has met, less than the count
   * @param count how many there are, at least 1
   * @return 0 to count - 1, a different one for each number met
   */
  int which(int met, int count) {
    long start = Long.remainderUnsigned(number("start", 0), count);
    long step = count == 1 ? 0 : 1 + Long.remainderUnsigned(number("step", 0), count - 1L);
    while (step > 1 && !coprime(step, count)) {
      step--;
    }
    return (int) ((start + met * step) % count);
  }

  private static boolean coprime(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).equals(BigInteger.ONE);
  }

  /** Uniform over all 64 bits. */
  private long number(String what, int ordinal) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String text = String.join("\n", what, groupId, workerId, Integer.toString(ordinal));
      return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
