package dev.hark.hub.store;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a hub keeps what it knows. */
public sealed interface Database {
  /**
   * A SQLite file, which the hubs of one machine may share.
   *
   * @param file made where it lacks
   */
  record Sqlite(Path file) implements Database {
    @Override
    public String name() {
      return file.toString();
    }
  }

  /**
   * A database of a PostgreSQL server, or of several of which one is the primary; hubs of several
   * machines may share it.
   *
   * @param url for JDBC
   * @param password where the URL names none; where there is none here either, the driver looks
   *     into the user's password file
   */
  record Postgres(String url, Optional<String> password) implements Database {
    private static final Pattern SECRET = Pattern.compile("(?i)([?&]password=)[^&]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:]*:)[^/@]*@");

    @Override
    public String name() {
      String plain = SECRET.matcher(url).replaceAll("$1***");
      return USER_INFO.matcher(plain).replaceAll("$1***@");
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** What people call it: no secret stands in it. */
  String name();

  /** The one of a hub that is told nothing else: a file in its data directory. */
  static Database in(Path dataDirectory) {
    return new Sqlite(dataDirectory.resolve("hub.db"));
  }

  /**
   * Reads a JDBC URL.
   *
   * @throws Fault.Usage where it is neither of SQLite nor of PostgreSQL
   */
  static Database parse(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new Postgres(url, Optional.empty());
    }
    String sqlite = "jdbc:sqlite:";
    if (url.startsWith(sqlite) && url.length() > sqlite.length() && url.indexOf('?') < 0) {
      return new Sqlite(Path.of(url.substring(sqlite.length())));
    }
    throw new Fault.Usage(Sentence.of("server.db", new Postgres(url, Optional.empty()).name()));
  }

  /** The same with a password, where this kind of database has one. */
  default Database withPassword(Optional<String> password) {
    return this instanceof Postgres(String url, Optional<String> _)
        ? new Postgres(url, password)
        : this;
  }
}
