package dev.hark.cli.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a benchmark's own, from the programs of this machine, with the settings
 * that it has by itself but for more connections: every commit is on the disk. Whoever starts it
 * closes it.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Path PACKAGED = Path.of("/usr/lib/postgresql");

  /** The server refuses to run as the superuser; these take another user for it. */
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

  private final Path data;
  private final Process server;
  private final int port;
  private final Thread atExit = new Thread(this::abandon, "hark-postgres-end");
  private int databases;

  private LocalPostgres(Path data, Process server, int port) {
    this.data = data;
    this.server = server;
    this.port = port;
  }

  /** Starts one, where this machine has the programs. */
  public static Optional<LocalPostgres> start() throws IOException, InterruptedException {
    Optional<Path> programs = programs();
    if (programs.isEmpty()) {
      return Optional.empty();
    }
    boolean superuser = "root".equals(System.getProperty("user.name"));
    List<String> as = superuser ? AS_NOBODY : List.of();
    Path data = Files.createTempDirectory("hark-postgres");
    if (superuser) {
      Files.setOwner(
          data,
          data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
    String initdb = programs.get().resolve("initdb").toString();
    run(
        as,
        initdb,
        "-D",
        data.toString(),
        "-A",
        "trust",
        "-U",
        "hark",
        "-E",
        "UTF8",
        "--no-locale");
    int port = freePort();
    List<String> command = new ArrayList<>(as);
    command.addAll(
        List.of(
            programs.get().resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-h",
            "127.0.0.1",
            "-k",
            data.toString(),
            "-c",
            "max_connections=200"));
    Process server =
        new ProcessBuilder(command)
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    LocalPostgres started = new LocalPostgres(data, server, port);
    Runtime.getRuntime().addShutdownHook(started.atExit);
    started.await();
    return Optional.of(started);
  }

  private static Optional<Path> programs() throws IOException {
    List<Path> places = new ArrayList<>();
    if (Files.isDirectory(PACKAGED)) {
      try (Stream<Path> versions = Files.list(PACKAGED)) {
        versions
            .sorted(Comparator.reverseOrder())
            .map(one -> one.resolve("bin"))
            .forEach(places::add);
      }
    }
    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(Path::of)
        .forEach(places::add);
    return places.stream()
        .filter(
            place ->
                Files.isExecutable(place.resolve("initdb"))
                    && Files.isExecutable(place.resolve("postgres")))
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(List<String> as, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(as);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private void await() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Connection connection = DriverManager.getConnection(url("postgres"))) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException _) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    close();
    throw new IOException("PostgreSQL did not start");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=hark";
  }

  /** Makes an empty database; its URL for JDBC. */
  public String database() throws IOException {
    String name = "market" + ++databases;
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return url(name);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Does at once what the server does by itself within a minute of so many new rows. */
  static void analyze(String url) throws IOException {
    if (url.startsWith("jdbc:postgresql:")) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("analyze");
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.destroy();
    try {
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // The program is ending: the hook finds nothing to do.
    }
  }

  /** Whoever stops a benchmark leaves no server behind. */
  private void abandon() {
    server.destroyForcibly();
    try {
      server.waitFor(20, TimeUnit.SECONDS);
      delete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | UncheckedIOException e) {
      // A process of the server that is just ending may still write; the folder is a temporary one.
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
