package dev.hark.speech.dispatcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a speech server. Answers come in the order of the commands; events come between
 * them. Safe for use by several threads.
 */
final class SsipConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_LINES = 100_000;

  private final SocketChannel channel;
  private final Queue<CompletableFuture<SsipReply>> asked = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<SsipReply> events = new LinkedBlockingQueue<>();
  private volatile boolean ended;

  /**
   * Connects, and says who it is.
   *
   * @param user who speaks, for the server's own lists
   * @throws IOException where nobody listens, or it does not answer in time
   */
  SsipConnection(SsipAddress address, String user) throws IOException {
    channel = address.connect();
    Thread.ofPlatform().daemon().name("speech server").start(this::read);
    try {
      ask("SET SELF CLIENT_NAME " + user + ":hark:main");
      ask("SET SELF NOTIFICATION ALL ON");
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * @return the answer, which is a good one
   * @throws IOException where it is not, or does not come in time
   */
  SsipReply ask(String command) throws IOException {
    SsipReply reply = answer(send(command + "\r\n"));
    if (!reply.isGood()) {
      throw new IOException(command + ": " + reply);
    }
    return reply;
  }

  /** Sends a command whose answer nobody waits for. */
  void tell(String command) throws IOException {
    var _ = send(command + "\r\n");
  }

  /**
   * Queues a text.
   *
   * @return the number by which its events name it
   */
  String speak(String text) throws IOException {
    StringBuilder data = new StringBuilder("SPEAK\r\n");
    for (String line : text.split("\\R", -1)) {
      data.append(line.startsWith(".") ? "." : "").append(line).append("\r\n");
    }
    CompletableFuture<SsipReply> queued = new CompletableFuture<>();
    CompletableFuture<SsipReply> ready = send(data.append(".\r\n").toString(), List.of(queued));
    if (!answer(ready).isGood()) {
      throw new IOException("the server takes no text");
    }
    SsipReply reply = answer(queued);
    if (!reply.isGood() || reply.lines().isEmpty()) {
      throw new IOException("the server does not queue: " + reply);
    }
    return reply.lines().getFirst();
  }

  private CompletableFuture<SsipReply> send(String words) throws IOException {
    return send(words, List.of());
  }

  private CompletableFuture<SsipReply> send(String words, List<CompletableFuture<SsipReply>> more)
      throws IOException {
    CompletableFuture<SsipReply> reply = new CompletableFuture<>();
    synchronized (asked) {
      if (ended) {
        throw new IOException("the speech server ended");
      }
      asked.add(reply);
      asked.addAll(more);
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(words);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
    return reply;
  }

  private static SsipReply answer(CompletableFuture<SsipReply> reply) throws IOException {
    try {
      return reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("the speech server does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /**
   * The next event.
   *
   * @return null where there was none within the bound
   * @throws IOException where there will be none, as the connection ended
   */
  @Nullable SsipReply event(Duration bound) throws IOException {
    try {
      SsipReply event = events.poll(bound.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null && ended) {
        throw new IOException("the speech server ended");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      String line = in.readLine();
      while (line != null && line.matches("\\d{3}[- ].*") && lines.size() < MOST_LINES) {
        lines.add(line.substring(4));
        if (line.charAt(3) == ' ') {
          arrived(new SsipReply(Integer.parseInt(line.substring(0, 3)), lines));
          lines.clear();
        }
        line = in.readLine();
      }
    } catch (IOException e) {
      System.getLogger(SsipConnection.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
    synchronized (asked) {
      ended = true;
      asked.forEach(reply -> reply.completeExceptionally(new IOException("the end")));
    }
  }

  private void arrived(SsipReply reply) {
    if (reply.isEvent()) {
      events.add(reply);
      return;
    }
    CompletableFuture<SsipReply> first = asked.poll();
    if (first != null) {
      first.complete(reply);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(SsipConnection.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
  }
}
