package dev.hark.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.Json;
import dev.hark.wire.MediumJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QualityJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that describes a task group to post, as JSON: the hub's own form, but that a medium may
 * name a {@code file} beside this one in place of an {@code id}; it is uploaded.
 */
record PostedFile(Path file, JsonNode json) {

  static PostedFile read(Path file) {
    try {
      return new PostedFile(file, Json.MAPPER.readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Fault.BadFile(Sentence.of("cli.post-line", file.toString(), line), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("cli.post-unreadable", file.toString()), e);
    }
  }

  /** The same, to be seen by nobody else until it is published. */
  PostedFile asDraft() {
    JsonNode copy = json.deepCopy();
    if (copy instanceof ObjectNode group) {
      group.put("draft", true);
    }
    return new PostedFile(file, copy);
  }

  /** All that is to be posted, as a text: the file, and the files that it names. */
  String contents() {
    StringBuilder all = new StringBuilder(json.toString());
    for (JsonNode name : json.findValues("file")) {
      Path beside = file.toAbsolutePath().resolveSibling(name.asText());
      if (Files.isRegularFile(beside)) {
        all.append('\n').append(fingerprint(beside));
      }
    }
    return all.toString();
  }

  /** A group as a text that {@link #group} reads. */
  static String text(NewTaskGroupJson group) {
    return Json.MAPPER.valueToTree(group).toString();
  }

  NewTaskGroupJson group(String text) {
    try {
      return Json.MAPPER.readValue(text, NewTaskGroupJson.class);
    } catch (JsonProcessingException e) {
      throw new Fault.BadFile(Sentence.of("cli.post-unfit", file.toString()), e);
    }
  }

  /** The group, its files uploaded. */
  NewTaskGroupJson withMedia(RequesterDesk desk) {
    for (JsonNode task : json.path("tasks")) {
      upload(task.path("question"), desk);
    }
    try {
      return Json.MAPPER.treeToValue(json, NewTaskGroupJson.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new Fault.BadFile(Sentence.of("cli.post-unfit", file.toString()), e);
    }
  }

  /** What is wanted of a group's answers; the files of its gold are uploaded. */
  QualityJson quality(RequesterDesk desk) {
    for (JsonNode task : json.path("goldTasks")) {
      upload(task.path("question"), desk);
    }
    try {
      return Json.MAPPER.treeToValue(json, QualityJson.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new Fault.BadFile(Sentence.of("quality.unfit", file.toString()), e);
    }
  }

  void upload(JsonNode question, RequesterDesk desk) {
    for (JsonNode part : question.path("parts")) {
      upload(part, desk);
    }
    for (JsonNode medium : question.path("media")) {
      if (medium instanceof ObjectNode named && named.hasNonNull("file")) {
        Path beside = file.toAbsolutePath().resolveSibling(named.path("file").asText());
        String type = type(beside);
        MediumJson made = desk.upload(beside, type, length(beside, type));
        named.remove("file");
        named.put("id", made.id()).put("type", made.type());
        if (made.seconds() != null) {
          named.put("seconds", made.seconds());
        }
      }
    }
  }

  /** A UUID of the file's bytes, as {@link UUID#nameUUIDFromBytes} makes it, whatever its size. */
  private static UUID fingerprint(Path path) {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("MD5"))) {
      in.transferTo(OutputStream.nullOutputStream());
      ByteBuffer digest = ByteBuffer.wrap(in.getMessageDigest().digest());
      return new UUID(
          (digest.getLong(0) & ~0xf000L) | 0x3000L, (digest.getLong(8) & ~(3L << 62)) | 2L << 62);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("cli.post-unreadable", path.toString()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What cannot be heard is told before it is sent. */
  private static Optional<Duration> length(Path path, String type) {
    if (!type.startsWith("audio/")) {
      return Optional.empty();
    }
    try (SeekableSound sound = SeekableSound.open(path)) {
      return Optional.of(sound.length());
    }
  }

  private static String type(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "wav" -> "audio/wav";
      case "flac" -> "audio/flac";
      case "mp3" -> "audio/mpeg";
      case "ogg", "oga", "opus" -> "audio/ogg";
      case "webp" -> "image/webp";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      default -> throw new Fault.BadFile(Sentence.of("cli.post-kind", path.toString()), null);
    };
  }
}
