package dev.hark.hub.api;

import dev.hark.hub.media.KeptFile;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Base64;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as an answer, whole or in the one part that was asked for (RFC 9110, 14), read as it is
 * sent. The whole file's SHA-256 goes with it (RFC 9530), so that whoever joins parts can tell
 * whether they fit.
 */
final class FileAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);
  private static final int PIECE = 1 << 16;

  private FileAnswer() {}

  static void send(Context context, KeptFile file) {
    String tag = '"' + file.sha256() + '"';
    byte[] digest = HexFormat.of().parseHex(file.sha256());
    context
        .header("Accept-Ranges", "bytes")
        .header("ETag", tag)
        .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    String since = context.header("If-Range");
    ByteRange range =
        since == null || since.equals(tag)
            ? ByteRange.of(context.header("Range"), file.bytes())
            : ByteRange.whole(file.bytes());
    if (range.isNowhere()) {
      context.status(416).header("Content-Range", "bytes */" + file.bytes());
      return;
    }
    if (range.length() < file.bytes()) {
      context.status(206).header("Content-Range", range + "/" + file.bytes());
    }
    context.contentType(file.type());
    write(context, file, range);
  }

  private static void write(Context context, KeptFile file, ByteRange range) {
    try (FileChannel in = FileChannel.open(file.path())) {
      context.res().setContentLengthLong(range.length());
      copy(in, range, context.res().getOutputStream());
    } catch (IOException e) {
      if (!context.res().isCommitted()) {
        throw new UncheckedIOException(e);
      }
      // The reader is away: it asks again for what it lacks. What is too short ends the connection.
      LOG.debug("a file was not sent whole", e);
    }
  }

  private static void copy(FileChannel in, ByteRange range, OutputStream out) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    long at = range.from();
    while (at <= range.to()) {
      piece.clear().limit((int) Math.min(PIECE, range.to() - at + 1));
      int read = in.read(piece, at);
      if (read <= 0) {
        throw new IOException("the file ends before its end");
      }
      out.write(piece.array(), 0, read);
      at += read;
    }
    out.flush();
  }
}
