package dev.hark.safety;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, killed without warning and started again on its data. */
final class OwnPostgres implements AutoCloseable {
  private static final Logger SERVER_LOG = Logger.getLogger(EmbeddedPostgres.class.getName());

  private final Path data;
  private EmbeddedPostgres server;

  OwnPostgres(Path data) {
    SERVER_LOG.setLevel(Level.WARNING);
    this.data = data;
    this.server = start(0);
  }

  private EmbeddedPostgres start(int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          // What it acknowledges must survive its death; the machine's is not played here.
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "off")
          .setServerConfig("max_connections", "200")
          .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
          .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** SIGKILL to the server and all its processes, then a start on what they left. */
  void killAndStart() {
    int port = server.getPort();
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(OwnPostgres::awaitEnd);
    forget();
    server = start(port);
  }

  /** Has the one that was killed closed too: that it cannot be stopped any more is no news. */
  private void forget() {
    Level before = SERVER_LOG.getLevel();
    SERVER_LOG.setLevel(Level.OFF);
    try {
      close();
    } finally {
      SERVER_LOG.setLevel(before);
    }
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
      return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("still there: " + process.pid(), e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
