package dev.hark.market.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a file that has come. Beside it stands the tag by which the hub knows whether it is
 * still a part of the same, so that another time goes on from there. One thread writes it; where
 * another process does already, this is one of its own.
 */
final class PartFile implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final Path path;
  private final Path note;
  private final FileChannel channel;
  private final MessageDigest digest = digest();
  private Optional<String> tag = Optional.empty();
  private long size;

  private PartFile(Path path, Path note, FileChannel channel) {
    this.path = path;
    this.note = note;
    this.channel = channel;
  }

  /**
   * @param name of the whole file
   */
  static PartFile open(Path folder, String name) throws IOException {
    Path path = folder.resolve(name + ".part");
    FileChannel channel = open(path);
    if (!locked(channel)) {
      channel.close();
      String own = name + "." + UUID.randomUUID();
      path = folder.resolve(own + ".part");
      return new PartFile(path, folder.resolve(own + ".tag"), open(path));
    }
    PartFile part = new PartFile(path, folder.resolve(name + ".tag"), channel);
    part.goOn();
    return part;
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void goOn() throws IOException {
    if (!Files.exists(note)) {
      channel.truncate(0);
      return;
    }
    tag = Optional.of(Files.readString(note, StandardCharsets.UTF_8));
    InputStream in = Channels.newInputStream(channel);
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      digest.update(piece, 0, read);
      size += read;
    }
  }

  Path path() {
    return path;
  }

  long size() {
    return size;
  }

  /** What the hub called it; empty where it must begin anew. */
  Optional<String> tag() {
    return size > 0 ? tag : Optional.empty();
  }

  /** Begins anew, with what is called otherwise. */
  void restart(Optional<String> other) throws IOException {
    Files.deleteIfExists(note);
    channel.truncate(0);
    channel.position(0);
    digest.reset();
    size = 0;
    tag = other;
    if (other.isPresent()) {
      Files.writeString(note, other.get(), StandardCharsets.UTF_8);
    }
  }

  void write(byte[] bytes, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    while (rest.hasRemaining()) {
      size += channel.write(rest);
    }
    digest.update(bytes, 0, count);
  }

  /** The SHA-256 of all; asked once, at its end. */
  byte[] sha256() {
    return digest.digest();
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came stays, where the hub gave it a tag. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
    }
  }

  /** Nothing of it stays. */
  void drop() throws IOException {
    close();
    Files.deleteIfExists(note);
    Files.deleteIfExists(path);
  }
}
