package dev.hark.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads each connection to the next node that takes it, as a TCP balancer does. */
final class Balancer implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<URI> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  Balancer() {
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  void add(URI node) {
    nodes.add(node);
  }

  void remove(URI node) {
    nodes.remove(node);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> lead(client));
      }
    } catch (IOException _) {
      // Closed: there is nothing more to lead.
    }
  }

  private void lead(Socket client) {
    List<URI> now = List.copyOf(nodes);
    boolean led = false;
    for (int i = 0; i < now.size() && !led; i++) {
      led = leads(client, now.get(Math.floorMod(turn.getAndIncrement(), now.size())));
    }
    close(client);
  }

  /**
   * @return false where nothing listens there: it was killed just now
   */
  private boolean leads(Socket client, URI uri) {
    try (Socket node = new Socket()) {
      try {
        node.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 1_000);
      } catch (IOException e) {
        return false;
      }
      threads.execute(() -> pass(client, node));
      pass(node, client);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
