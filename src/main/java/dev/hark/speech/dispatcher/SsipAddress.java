package dev.hark.speech.dispatcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a speech server listens.
 *
 * @param address of a Unix or a TCP socket
 */
public record SsipAddress(SocketAddress address) {
  /** The environment's variable that speech servers and their clients share. */
  public static final String VARIABLE = "SPEECHD_ADDRESS";

  private static final int USUAL_PORT = 6560;
  private static final int PATIENCE_MILLIS = 2_000;

  /**
   * As {@link #VARIABLE} says, {@code unix_socket:PATH} or {@code inet_socket:HOST:PORT}, else the
   * socket in the person's runtime folder. Whether anybody listens there is not looked at.
   *
   * @return empty where the environment names no folder for it
   */
  public static Optional<SsipAddress> of(Map<String, String> environment) {
    String[] parts = environment.getOrDefault(VARIABLE, "").split(":", 2);
    String where = parts.length > 1 ? parts[1] : "";
    if (parts[0].equals("inet_socket")) {
      return Optional.of(new SsipAddress(internet(where)));
    }
    if (parts[0].equals("unix_socket") && !where.isBlank()) {
      return Optional.of(unix(Path.of(where)));
    }
    return folder(environment)
        .map(folder -> unix(folder.resolve("speech-dispatcher").resolve("speechd.sock")));
  }

  private static InetSocketAddress internet(String where) {
    int colon = where.lastIndexOf(':');
    String host = colon < 0 ? where : where.substring(0, colon);
    String port = where.substring(colon + 1);
    return new InetSocketAddress(
        host.isBlank() ? "localhost" : host,
        colon >= 0 && port.matches("\\d{1,5}")
            ? Math.min(Integer.parseInt(port), 65_535)
            : USUAL_PORT);
  }

  private static SsipAddress unix(Path path) {
    return new SsipAddress(UnixDomainSocketAddress.of(path));
  }

  private static Optional<Path> folder(Map<String, String> environment) {
    return named(environment, "XDG_RUNTIME_DIR")
        .or(() -> named(environment, "XDG_CACHE_HOME"))
        .or(() -> named(environment, "HOME").map(home -> home.resolve(".cache")));
  }

  private static Optional<Path> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  /** Whether there is a socket; one that nobody listens at any more counts too. */
  public boolean exists() {
    return !(address instanceof UnixDomainSocketAddress unix) || Files.exists(unix.getPath());
  }

  /** Whether somebody listens there. */
  boolean answers() {
    try (SocketChannel _ = connect()) {
      return true;
    } catch (IOException e) {
      System.getLogger(DispatcherSynthesizer.NAME).log(System.Logger.Level.DEBUG, e);
      return false;
    }
  }

  SocketChannel connect() throws IOException {
    if (address instanceof InetSocketAddress internet) {
      // A name is looked up again each time; an unresolved one would throw what is no IOException.
      InetSocketAddress fresh = new InetSocketAddress(internet.getHostString(), internet.getPort());
      if (fresh.isUnresolved()) {
        throw new IOException("no host " + internet.getHostString());
      }
      SocketChannel channel = SocketChannel.open();
      try {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(fresh, PATIENCE_MILLIS);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return channel;
    }
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(address);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return channel;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
