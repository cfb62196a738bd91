package dev.hark.market.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Transfer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Fetches a file from a hub onto a shelf, a part at a time in memory. Where the hub breaks off it
 * goes on from there, at once or another time, and what was put together is held against the hub's
 * checksum. Used once, by one thread.
 */
final class MediaFetch {
  private static final int PIECE = 1 << 16;
  private static final int TRIES = 3;

  /** A hub that gives a little each time does not hold anybody up for ever. */
  private static final int MOST_CALLS = 50;

  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration[] TOLD = {
    Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30)
  };

  /** Bytes in each second, over so many seconds. */
  private static final long SLOWEST = 500;

  private static final Duration SLOW = Duration.ofMinutes(1);
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/.*");
  private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/=]+):");

  private final HubCalls calls;
  private final MediaShelf shelf;
  private final String id;
  private final Transfer transfer;
  private Duration waited = Duration.ZERO;
  private Duration told = Duration.ZERO;

  MediaFetch(HubCalls calls, MediaShelf shelf, String id, Transfer transfer) {
    this.calls = calls;
    this.shelf = shelf;
    this.id = id;
    this.transfer = transfer;
  }

  /**
   * The file, whole.
   *
   * @throws Fault.BadFile where it is larger than the shelf
   * @throws Fault.Storage where this computer has no room for it
   * @throws Fault.HubDown where the hub does not give all of it; what came is kept
   */
  Path file() {
    return shelf.find(id).orElseGet(this::fetch);
  }

  private Path fetch() {
    try (PartFile part = shelf.part(id)) {
      int failures = 0;
      for (int call = 1; ; call++) {
        long before = part.size();
        IOException trouble;
        boolean spoiled = false;
        try {
          if (once(part)) {
            return shelf.put(part, id);
          }
          part.restart(Optional.empty());
          spoiled = true;
          trouble = new IOException("what came is not what was sent");
        } catch (InterruptedIOException e) {
          throw new Fault.HubDown(Sentence.of("market.slow", calls.name(), SILENCE), e);
        } catch (ConnectException e) {
          throw calls.noAnswer(e);
        } catch (IOException e) {
          trouble = e;
        }
        failures = part.size() > before ? 1 : failures + 1;
        if (failures == TRIES || call == MOST_CALLS) {
          throw spoiled ? calls.nonsense(trouble) : brokenOff(part, trouble);
        }
        HubCalls.pause(failures, 0);
      }
    } catch (IOException e) {
      throw shelf.full(0, e);
    }
  }

  private Fault.HubDown brokenOff(PartFile part, IOException cause) {
    return part.size() == 0
        ? calls.noAnswer(cause)
        : new Fault.HubDown(
            Sentence.of("market.broken-off", calls.name(), part.size() >> 20), cause);
  }

  /** Whether all is here; not where it has to begin anew. */
  private boolean once(PartFile part) throws IOException {
    HttpUrl url = calls.address("media", id).build();
    Request.Builder request = new Request.Builder().url(url).header("Accept-Encoding", "identity");
    long start = part.size();
    part.tag()
        .ifPresent(tag -> request.header("Range", "bytes=" + start + "-").header("If-Range", tag));
    try (Response response = calls.open(request, SILENCE)) {
      switch (response.code()) {
        case 200 -> part.restart(tag(response));
        case 206 -> {
          Matcher range = RANGE.matcher(response.header("Content-Range", ""));
          if (start == 0 || !range.matches() || Long.parseLong(range.group(1)) != start) {
            return false;
          }
        }
        case 416 -> {
          return false;
        }
        default -> {
          stumble(response);
          return once(part);
        }
      }
      take(response, part);
      return isWhole(response, part);
    }
  }

  /** A strong one only: a weak one does not say that the bytes are the same (RFC 9110, 8.8.1). */
  private static Optional<String> tag(Response response) {
    return Optional.ofNullable(response.header("ETag"))
        .filter(tag -> tag.length() <= 200 && tag.startsWith("\""));
  }

  /** Waits where the hub asks for it; else throws why it gives nothing. */
  private void stumble(Response response) throws IOException {
    HubCalls.Reply reply = calls.reply(response);
    if (reply.isStumble()) {
      throw new IOException("status " + reply.status());
    }
    Duration wait = reply.status() == 429 ? reply.wait(waited) : Duration.ZERO;
    if (wait.isZero()) {
      throw Problems.fault(reply, calls.name());
    }
    waited = waited.plus(wait);
    calls.tell(Sentence.of("market.asked-to-wait", calls.name(), wait));
    LockSupport.parkNanos(wait.toNanos());
  }

  private void take(Response response, PartFile part) throws IOException {
    long length = response.body().contentLength();
    long all = length < 0 ? 0 : part.size() + length;
    requireFit(part, all);
    shelf.makeRoom(Math.max(0, length));
    BufferedSource source = response.body().source();
    byte[] piece = new byte[PIECE];
    long begun = System.nanoTime();
    long before = part.size();
    transfer.reached(before, all);
    for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
      write(part, piece, read);
      requireFit(part, part.size());
      transfer.reached(part.size(), all);
      tell();
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      if (taken.compareTo(SLOW) > 0 && part.size() - before < SLOWEST * taken.toSeconds()) {
        throw new InterruptedIOException("too slow");
      }
      if (transfer.isStopped()) {
        throw new CancellationException();
      }
    }
  }

  private void requireFit(PartFile part, long all) throws IOException {
    if (all > shelf.most()) {
      part.drop();
      throw new Fault.BadFile(Sentence.of("market.medium-too-large", shelf.most() >> 20), null);
    }
  }

  private void write(PartFile part, byte[] piece, int count) {
    try {
      part.write(piece, count);
    } catch (IOException e) {
      throw shelf.full(count, e);
    }
  }

  private void tell() {
    Duration elapsed = transfer.elapsed();
    Duration next =
        Arrays.stream(TOLD)
            .filter(at -> at.compareTo(told) > 0)
            .findFirst()
            .orElseGet(() -> told.plus(TOLD[TOLD.length - 1]));
    if (elapsed.compareTo(next) >= 0) {
      told = next;
      calls.tell(transfer.sentence());
    }
  }

  private static boolean isWhole(Response response, PartFile part) {
    Matcher digest = DIGEST.matcher(response.header("Repr-Digest", ""));
    return !digest.find()
        || Arrays.equals(part.sha256(), Base64.getDecoder().decode(digest.group(1)));
  }
}
