package dev.hark.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.store.Database;
import dev.hark.hub.store.Sha256;
import dev.hark.hub.store.SqliteCopy;
import dev.hark.hub.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Backups of a hub on SQLite, made while it runs: the database as it was at one moment, then the
 * media, of which none is ever taken away. {@code SHA256SUMS}, as {@code sha256sum} writes it, is
 * written last: a backup without it is none. The operator's token is not part of it.
 */
public final class HubBackup {
  private static final String DATABASE = "hub.db";
  private static final String MEDIA = "media";
  private static final String SUMS = "SHA256SUMS";

  private HubBackup() {}

  /**
   * What was copied.
   *
   * @param media how many sounds and pictures
   * @param bytes of all files
   */
  public record Copied(long media, long bytes) {}

  /**
   * Makes a backup. Everything that the hub acknowledged before this began is in it.
   *
   * @param into a folder that lacks or is empty
   * @throws Fault.Usage where the database is none of SQLite, or the folder has something in it
   * @throws Fault.Storage where something cannot be read or written
   */
  public static Copied make(Database database, Path media, Path into) {
    if (!(database instanceof Database.Sqlite(Path file))) {
      throw new Fault.Usage(Sentence.of("operate.backup-sqlite-only", database.name()));
    }
    if (!Files.exists(file)) {
      throw new Fault.Usage(Sentence.of("operate.backup-nothing", file.toString()));
    }
    requireEmpty(into);
    try {
      DataDirectory target = DataDirectory.open(into);
      SqliteCopy.make(file, target.path().resolve(DATABASE));
      force(target.path().resolve(DATABASE));
      List<String> sums = new ArrayList<>();
      long bytes = sum(target.path(), DATABASE, sums);
      List<Path> sounds = files(media);
      for (Path sound : sounds) {
        bytes += copy(media, sound, target.path(), sums);
      }
      Path complete = target.path().resolve(SUMS);
      Files.write(complete, sums, StandardCharsets.UTF_8);
      force(complete);
      return new Copied(sounds.size(), bytes);
    } catch (IOException | StoreException e) {
      throw new Fault.Storage(Sentence.of("operate.backup-failed", into.toString()), e);
    }
  }

  /**
   * Puts a backup where a hub will find it. No hub may run there.
   *
   * @param from a backup, which stays as it is
   * @param database the file to be made; lacks so far
   * @param media the folder to be filled
   * @throws Fault.BadFile where the backup is not complete or has changed; nothing was done
   * @throws Fault.Usage where there is a database already
   * @throws Fault.Storage where something cannot be read or written
   */
  public static Copied restore(Path from, Path database, Path media) {
    if (Files.exists(database)) {
      throw new Fault.Usage(Sentence.of("operate.restore-there", database.toString()));
    }
    List<String> names = verified(from);
    try {
      Path folder = database.toAbsolutePath().getParent();
      if (folder != null) {
        DataDirectory.open(folder);
      }
      long bytes = 0;
      for (String name : names) {
        if (!name.equals(DATABASE)) {
          Path to = media.resolve(Path.of(MEDIA).relativize(Path.of(name)));
          Files.createDirectories(to.getParent());
          if (!Files.exists(to)) {
            Files.copy(from.resolve(name), to);
            force(to);
          }
          bytes += Files.size(to);
        }
      }
      // Last, since a hub that finds a database takes its media to be there.
      Files.copy(from.resolve(DATABASE), database);
      force(database);
      return new Copied(names.size() - 1L, bytes + Files.size(database));
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("operate.restore-failed", database.toString()), e);
    }
  }

  /** The files of a backup, each as it was written. */
  private static List<String> verified(Path from) {
    List<String> names = new ArrayList<>();
    try {
      Path sums = from.resolve(SUMS);
      if (!Files.exists(sums)) {
        throw damaged(from, SUMS);
      }
      for (String line : Files.readAllLines(sums, StandardCharsets.UTF_8)) {
        String name = line.substring(Math.min(line.length(), 66));
        Path file = from.resolve(name).normalize();
        if (!file.startsWith(from.normalize())
            || !Files.isRegularFile(file)
            || !line.startsWith(Sha256.of(file) + "  ")) {
          throw damaged(from, name);
        }
        names.add(name);
      }
      if (!names.contains(DATABASE) || !SqliteCopy.isWhole(from.resolve(DATABASE))) {
        throw damaged(from, DATABASE);
      }
      return names;
    } catch (IOException | StoreException e) {
      throw new Fault.Storage(Sentence.of("operate.restore-failed", from.toString()), e);
    }
  }

  private static Fault.BadFile damaged(Path backup, String file) {
    return new Fault.BadFile(Sentence.of("operate.backup-damaged", backup.toString(), file), null);
  }

  private static void requireEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new Fault.Usage(Sentence.of("operate.backup-there", folder.toString()));
      }
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("operate.backup-failed", folder.toString()), e);
    }
  }

  /** Those that are complete; the others bear a dot in their names. */
  private static List<Path> files(Path media) throws IOException {
    if (!Files.isDirectory(media)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(media)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().contains("."))
          .sorted()
          .toList();
    }
  }

  private static long copy(Path media, Path sound, Path target, List<String> sums)
      throws IOException {
    String name = MEDIA + "/" + media.relativize(sound).toString().replace('\\', '/');
    Path to = target.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(sound, to);
    force(to);
    return sum(target, name, sums);
  }

  private static long sum(Path target, String name, List<String> sums) throws IOException {
    Path file = target.resolve(name);
    String digest = Sha256.of(file);
    String own = file.getFileName().toString();
    if (own.length() == digest.length() && !own.equals(digest)) {
      throw new IOException("medium " + own + " has changed on the disk");
    }
    sums.add(digest + "  " + name);
    return Files.size(file);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
