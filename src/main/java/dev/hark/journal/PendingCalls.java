package dev.hark.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that must not be made twice, though nobody heard the answer to the first: each is kept,
 * with its key, until a hub has answered it. The same call again is then made with the same key and
 * the same content, also by another run of this program.
 */
public final class PendingCalls {
  private final Path folder;

  /**
   * @param folders {@code pending} lies in the data folder
   */
  public PendingCalls(UserFolders folders) {
    this.folder = folders.data().resolve("pending");
  }

  private record Pending(String key, String content) {}

  /**
   * Makes a call.
   *
   * @param what all that tells it from other calls, the hub and the account included
   * @param content made where the call is not pending
   * @param call takes the key and the content; where it throws anything but a refusal, the call
   *     stays pending
   * @throws Fault.Storage where it cannot be kept; it is not made then
   */
  public <T> T once(String what, Supplier<String> content, BiFunction<String, String, T> call) {
    Path file = folder.resolve(digest(what) + ".json");
    Pending pending = find(file);
    if (pending == null) {
      pending = new Pending(UUID.randomUUID().toString(), content.get());
      keep(file, pending);
    }
    T result;
    try {
      result = call.apply(pending.key(), pending.content());
    } catch (Fault.Refused refused) {
      forget(file);
      throw refused;
    }
    forget(file);
    return result;
  }

  private static @Nullable Pending find(Path file) {
    try {
      JsonNode json = Json.MAPPER.readTree(Files.readAllBytes(file));
      String key = json.path("key").asText();
      return key.isEmpty() ? null : new Pending(key, json.path("content").asText());
    } catch (IOException e) {
      // None is there, or one that was never written to its end and so never sent.
      return null;
    }
  }

  private static void keep(Path file, Pending pending) {
    try {
      OwnerOnly.folderOf(file);
      OwnerOnly.replace(
          file,
          Json.MAPPER
              .createObjectNode()
              .put("key", pending.key())
              .put("content", pending.content())
              .toString()
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("journal.pending-unwritten", file.toString()), e);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("journal.pending-unwritten", file.toString()), e);
    }
  }

  private static String digest(String what) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
