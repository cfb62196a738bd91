package dev.hark.speech.dispatcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A speech server for tests, by the text of the protocol: speaks a word in 40 ms, remembers what it
 * was told, and can be ill.
 */
final class SpeechServer implements AutoCloseable {
  /** What it does with texts. */
  enum Mood {
    WELL,
    /** Has no voice yet. */
    LOADING,
    /** Ends each text as soon as it begins. */
    MUTE,
    /** Queues texts and never begins. */
    STUCK,
    /** Begins, and then hangs up. */
    DYING
  }

  private final ServerSocket socket;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;

  SpeechServer() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  Map<String, String> environment() {
    return Map.of(
        SsipAddress.VARIABLE,
        "inet_socket:127.0.0.1:" + socket.getLocalPort(),
        "HARK_ESPEAK_LIBRARY",
        "none");
  }

  void mood(Mood now) {
    mood = now;
  }

  /** All commands but those that every client begins with. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  /** Texts that were said to their end. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> new Client(client).serve());
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private record Text(int id, String words) {}

  private final class Client {
    private final Socket client;
    private final BlockingQueue<Text> queue = new LinkedBlockingQueue<>();
    private volatile int cancelledTo;

    Client(Socket client) {
      this.client = client;
    }

    void serve() {
      Thread.ofVirtual().start(this::speak);
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
        String line = in.readLine();
        while (line != null) {
          answer(line, in);
          line = in.readLine();
        }
      } catch (IOException | UncheckedIOException e) {
        // The client went away.
        cancelledTo = Integer.MAX_VALUE;
      }
    }

    private void answer(String line, BufferedReader in) throws IOException {
      if (line.equals("SPEAK")) {
        reply("230 OK RECEIVING DATA");
        StringBuilder words = new StringBuilder();
        String data = in.readLine();
        while (!data.equals(".")) {
          words
              .append(words.isEmpty() ? "" : "\n")
              .append(data.startsWith("..") ? data.substring(1) : data);
          data = in.readLine();
        }
        int id = number.incrementAndGet();
        reply("225-" + id, "225 OK MESSAGE QUEUED");
        queue.add(new Text(id, words.toString()));
      } else if (line.equals("LIST SYNTHESIS_VOICES") && mood == Mood.LOADING) {
        reply("304 CANT LIST VOICES");
      } else if (line.equals("LIST SYNTHESIS_VOICES")) {
        reply("249-Daniel\ten-GB\tnone", "249-Xander\tnl\tnone", "249 OK VOICE LIST SENT");
      } else if (line.equals("CANCEL SELF")) {
        commands.add(line);
        cancelledTo = number.get();
        reply("213 OK CANCELED");
      } else if (line.startsWith("SET SELF ")) {
        if (!line.matches("SET SELF (CLIENT_NAME|NOTIFICATION|PRIORITY) .*")) {
          commands.add(line.substring(9));
        }
        reply("200 OK SET");
      } else {
        reply("500 ERR INVALID COMMAND");
      }
    }

    private void speak() {
      try {
        while (!client.isClosed()) {
          Text text = queue.poll(50, TimeUnit.MILLISECONDS);
          if (text != null && mood != Mood.STUCK) {
            say(text);
          }
        }
      } catch (IOException | UncheckedIOException e) {
        queue.clear();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void say(Text text) throws IOException, InterruptedException {
      if (text.id() <= cancelledTo) {
        event(703, text, "CANCELED");
        return;
      }
      event(701, text, "BEGIN");
      if (mood == Mood.DYING) {
        client.close();
        return;
      }
      int words = mood == Mood.MUTE ? 0 : text.words().split("\\s+", -1).length;
      for (int i = 0; i < words; i++) {
        TimeUnit.MILLISECONDS.sleep(40);
        if (text.id() <= cancelledTo) {
          event(703, text, "CANCELED");
          return;
        }
      }
      heard.add(text.words());
      event(702, text, "END");
    }

    private void event(int code, Text text, String name) {
      reply(code + "-" + text.id(), code + "-7", code + " " + name);
    }

    private synchronized void reply(String... lines) {
      try {
        OutputStream out = client.getOutputStream();
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
