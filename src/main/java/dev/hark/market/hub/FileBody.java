package dev.hark.market.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A file as the body of a call, read as it is sent; says how far it is where that takes long. */
final class FileBody extends RequestBody {
  /** So much is sent before the hub was asked whether it takes it at all. */
  private static final long UNASKED = 1 << 20;

  private static final long PIECE = 1 << 16;
  private static final Duration TOLD = Duration.ofSeconds(5);

  private final Path file;
  private final String type;
  private final Consumer<Sentence> notices;
  private final long size;

  /**
   * @throws Fault.BadFile where it cannot be read
   */
  FileBody(Path file, String type, Consumer<Sentence> notices) {
    this.file = file;
    this.type = type;
    this.notices = notices;
    try {
      this.size = Files.size(file);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("cli.post-unreadable", file.toString()), e);
    }
  }

  /** Has the hub refuse what is too large for it before it is sent (RFC 9110, 10.1.1). */
  Request.Builder expecting(Request.Builder request) {
    return size > UNASKED ? request.header("Expect", "100-continue") : request;
  }

  @Override
  public @Nullable MediaType contentType() {
    return MediaType.parse(type);
  }

  @Override
  public long contentLength() {
    return size;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    long begun = System.nanoTime();
    Duration told = Duration.ZERO;
    long sent = 0;
    try (Source source = Okio.source(file)) {
      while (sent < size) {
        long read = source.read(sink.getBuffer(), Math.min(PIECE, size - sent));
        if (read < 0) {
          throw new IOException("the file became shorter");
        }
        sent += read;
        sink.emitCompleteSegments();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        if (elapsed.compareTo(told.plus(TOLD)) >= 0) {
          told = told.isZero() ? TOLD : told.multipliedBy(2);
          notices.accept(
              Sentence.of(
                  "market.uploading",
                  Duration.ofSeconds(elapsed.toSeconds()),
                  sent >> 20,
                  (size >> 20) + 1));
        }
      }
    }
  }
}
