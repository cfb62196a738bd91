package dev.hark.hub.account;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * How workers appear to requesters: by an id that is the same for ever, and another one for each
 * requester, so that two requesters cannot put together what they know of one person. The id is the
 * worker's own, enciphered with a key that the hub keeps: a Feistel network of ten rounds over 64
 * bits with HMAC-SHA-256 as its round function, as NIST SP 800-38G builds its ciphers for short
 * texts. So no table is needed, and the hub can find the worker again. Safe for use by several
 * threads.
 */
public final class WorkerNames {
  private static final int ROUNDS = 10;
  private static final int KEY_BYTES = 32;

  /** 31 letters to the power of 13 are more than 2 to the power of 64. */
  private static final int LETTERS = 13;

  private static final int ID_LETTERS = 12;
  private static final String SECRET = "worker-names";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private WorkerNames(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** With the key that is in the database; it is made where there is none. */
  public static WorkerNames open(Store store) {
    String hex =
        store.read(WorkerNames::kept).isEmpty()
            ? store.write(
                handle -> {
                  handle.execute(
                      "insert into secret (name, secret) values (?, ?) on conflict (name)"
                          + " do nothing",
                      SECRET,
                      HexFormat.of().formatHex(Ids.random(KEY_BYTES)));
                  return kept(handle);
                })
            : store.read(WorkerNames::kept);
    return new WorkerNames(HexFormat.of().parseHex(hex));
  }

  private static String kept(Handle handle) {
    return handle
        .createQuery("select secret from secret where name = :name")
        .bind("name", SECRET)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /** How a worker appears to a requester. */
  public String shown(String requesterId, String workerId) {
    OptionalLong number = number(workerId, ID_LETTERS);
    if (number.isEmpty()) {
      throw new IllegalArgumentException("no id of a worker");
    }
    return letters(run(requesterId, number.getAsLong(), true), LETTERS);
  }

  /** How a worker appears to whoever looks: an operator, who answers for all, sees the account. */
  public String seenBy(Caller viewer, String workerId) {
    return viewer.role() == Role.OPERATOR ? workerId : shown(viewer.id(), workerId);
  }

  /**
   * Which worker somebody means who knows them as {@link #seenBy} says.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where it can be nobody
   */
  public String meantBy(Caller viewer, String seen) {
    return viewer.role() == Role.OPERATOR ? seen : worker(viewer.id(), seen);
  }

  /**
   * Which worker a requester means. Whether there is such a worker is for the caller to see.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND} where it can be nobody
   */
  public String worker(String requesterId, String shown) {
    OptionalLong number = number(shown, LETTERS);
    if (number.isPresent()) {
      String id = letters(run(requesterId, number.getAsLong(), false), LETTERS);
      if (id.charAt(0) == Ids.LETTERS.charAt(0)) {
        return id.substring(1);
      }
    }
    throw new Fault.Refused(Refusal.NOT_FOUND, shown);
  }

  private long run(String requesterId, long number, boolean encipher) {
    int left = (int) (number >>> 32);
    int right = (int) number;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] tweak = requesterId.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < ROUNDS; i++) {
        int round = encipher ? i : ROUNDS - 1 - i;
        int known = encipher ? right : left;
        mac.update(ByteBuffer.allocate(5).put((byte) round).putInt(known).array());
        int mixed = ByteBuffer.wrap(mac.doFinal(tweak)).getInt();
        if (encipher) {
          int next = left ^ mixed;
          left = right;
          right = next;
        } else {
          int before = right ^ mixed;
          right = left;
          left = before;
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return ((long) left << 32) | (right & 0xffff_ffffL);
  }

  private static OptionalLong number(String text, int length) {
    if (text.length() != length) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      int digit = Ids.LETTERS.indexOf(text.charAt(i));
      if (digit < 0) {
        return OptionalLong.empty();
      }
      number = number * Ids.LETTERS.length() + digit;
    }
    return OptionalLong.of(number);
  }

  private static String letters(long number, int length) {
    StringBuilder letters = new StringBuilder();
    long rest = number;
    for (int i = 0; i < length; i++) {
      letters.append(Ids.LETTERS.charAt((int) Long.remainderUnsigned(rest, Ids.LETTERS.length())));
      rest = Long.divideUnsigned(rest, Ids.LETTERS.length());
    }
    return letters.reverse().toString();
  }
}
