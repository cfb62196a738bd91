package dev.hark.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into the user's cache. Left to itself, the driver unpacks
 * it into the system's temporary folder at every start, and leaves it there when it is killed.
 */
public final class SqliteLibrary {
  private static final String PATH = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /**
   * Has every later use of SQLite in this process take the library from there. Where that cannot
   * be, the driver goes its own way.
   *
   * @param cache the user's cache folder
   */
  public static void keepIn(Path cache) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    try {
      Path folder = cache.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
      if (unpacked(folder)) {
        System.setProperty(PATH, folder.toString());
      }
    } catch (IOException e) {
      System.getLogger(SqliteLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "SQLite's library is not kept", e);
    }
  }

  private static boolean unpacked(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return true;
    }
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (@Nullable InputStream library = JDBC.class.getResourceAsStream(resource)) {
      if (library == null) {
        return false;
      }
      OwnerOnly.folder(folder);
      OwnerOnly.replace(file, library.readAllBytes());
      return true;
    }
  }
}
