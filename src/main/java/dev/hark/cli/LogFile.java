package dev.hark.cli;

import dev.hark.journal.UserFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The log: technical details, for the user only, never on the terminal. Opened when the first line
 * is written; where it cannot be written, the details are lost and Hark goes on.
 */
public final class LogFile extends Handler {
  private static final long LARGEST = 5_000_000;

  private final Supplier<Path> file;
  private @Nullable Writer writer;

  /** For the logging system, by name. */
  public LogFile() {
    this(() -> fileIn(UserFolders.of(System.getenv())));
  }

  private LogFile(Supplier<Path> file) {
    this.file = file;
    setFormatter(new SimpleFormatter());
  }

  /**
   * Sends the warnings of every library to this file and nowhere else. Does nothing until one of
   * them logs, so that a quick command pays nothing.
   */
  static void catchAll() {
    System.setProperty("java.util.logging.config.class", Setup.class.getName());
  }

  /** The file that technical details go to. */
  public static Path fileIn(UserFolders folders) {
    return folders.made().data().resolve("hark.log");
  }

  /** Writes down what went wrong. */
  static void record(UserFolders folders, Throwable wrong) {
    LogFile log = new LogFile(() -> fileIn(folders));
    LogRecord entry = new LogRecord(Level.WARNING, String.valueOf(wrong.getMessage()));
    entry.setLoggerName("dev.hark");
    entry.setThrown(wrong);
    log.publish(entry);
    log.close();
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    try {
      if (writer == null) {
        writer = open(file.get());
      }
      writer.write(getFormatter().format(entry));
      writer.flush();
    } catch (IOException | RuntimeException e) {
      writer = Writer.nullWriter();
    }
  }

  private static Writer open(Path path) throws IOException {
    if (Files.exists(path) && Files.size(path) > LARGEST) {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    OutputStream out =
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  @Override
  public void flush() {}

  @Override
  public synchronized void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException _) {
      writer = Writer.nullWriter();
    }
  }

  /** What the logging system makes when its first logger is asked for. */
  public static final class Setup {
    public Setup() throws IOException {
      String configuration = "handlers=" + LogFile.class.getName() + "\n.level=WARNING\n";
      LogManager.getLogManager()
          .readConfiguration(
              new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
