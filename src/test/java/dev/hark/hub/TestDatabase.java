package dev.hark.hub;

import dev.hark.hub.store.Database;
import dev.hark.hub.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The kinds of database that a hub runs on, each for real. */
public enum TestDatabase {
  SQLITE {
    @Override
    public Database in(Path data) {
      Database database = Database.in(data);
      if (database instanceof Database.Sqlite(Path file) && !Files.exists(file)) {
        try {
          Files.createDirectories(data);
          Files.copy(Template.FILE, file, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return database;
    }
  },
  /** One server for all tests of a process; each data directory gets a database of its own. */
  POSTGRES {
    @Override
    public Database in(Path data) {
      return Server.MADE.computeIfAbsent(data.toAbsolutePath(), this::create).database();
    }

    private Made create(Path data) {
      String name = "hub" + Server.COUNT.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        for (Made made : List.copyOf(Server.WITH_FOLDERS)) {
          if (!Files.exists(made.folder()) && Server.WITH_FOLDERS.remove(made)) {
            statement.execute("drop database " + made.name() + " with (force)");
          }
        }
        statement.execute(
            "create database " + name + " template " + Server.TEMPLATE + " strategy file_copy");
        Database database = Database.parse(Server.RUNNING.getJdbcUrl("postgres", name));
        Made made = new Made(name, database, existing(data));
        Server.WITH_FOLDERS.add(made);
        return made;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Path existing(Path data) {
      Path folder = data;
      while (!Files.exists(folder)) {
        folder = Objects.requireNonNull(folder.getParent());
      }
      return folder;
    }
  };

  /**
   * @param folder of the test; the database is not wanted any more once that is gone
   */
  private record Made(String name, Database database, Path folder) {}

  /** The database of a data directory, the same for the same directory. */
  public abstract Database in(Path data);

  /** Runs one statement past the hub. */
  public void run(Path data, String statement) {
    String url =
        switch (in(data)) {
          case Database.Sqlite(Path file) -> "jdbc:sqlite:" + file;
          case Database.Postgres postgres -> postgres.url();
        };
    try (Connection connection = DriverManager.getConnection(url);
        Statement one = connection.createStatement()) {
      if (this == SQLITE) {
        one.execute("pragma busy_timeout = 5000");
      }
      one.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file that has the schema already, made when first asked for; goes with this process. */
  private static final class Template {
    static final Path FILE = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("hark-template");
        Database database = Database.in(folder);
        Store.open(database).close();
        Path file = ((Database.Sqlite) database).file();
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Started when first asked for; stops with this process. */
  private static final class Server {
    /** Has the schema already: migrating anew for each test would take most of its time. */
    static final String TEMPLATE = "hub_template";

    /** Files in memory, where the machine has them and room for those of several processes. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ROOM = 4L << 30;

    private static final Logger SERVER_LOG = Logger.getLogger("io.zonky.test");

    static final Map<Path, Made> MADE = new ConcurrentHashMap<>();
    static final Set<Made> WITH_FOLDERS = ConcurrentHashMap.newKeySet();
    static final AtomicInteger COUNT = new AtomicInteger();
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      SERVER_LOG.setLevel(Level.WARNING);
      try {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ROOM) {
          // A database of its own for each test is made of hundreds of files.
          builder.setDataDirectory(Files.createTempDirectory(MEMORY, "hark-postgres"));
        }
        EmbeddedPostgres server =
            builder
                .setServerConfig("max_connections", "400")
                .setServerConfig("shared_buffers", "64MB")
                // Nobody keeps what tests write: flushing it made the end of a run take half a
                // minute.
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create database " + TEMPLATE);
        }
        Store.open(Database.parse(server.getJdbcUrl("postgres", TEMPLATE))).close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
