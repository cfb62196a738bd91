package dev.hark.hub.event;

import dev.hark.hub.store.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as the Standard Webhooks convention says: HMAC with SHA-256 over id, seconds since
 * 1970 and body with points between, in Base64 after {@code v1,}; several stand side by side with a
 * space between. A secret is {@code whsec_} and Base64 of the key.
 */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final int KEY_BYTES = 32;

  private Signature() {}

  static String newSecret() {
    return PREFIX + Base64.getEncoder().encodeToString(Ids.random(KEY_BYTES));
  }

  static String of(String secret, String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed = id + "." + at.getEpochSecond() + "." + body;
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
