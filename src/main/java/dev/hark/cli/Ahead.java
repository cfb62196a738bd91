package dev.hark.cli;

import dev.hark.journal.SqliteLibrary;
import dev.hark.journal.UserFolders;
import dev.hark.market.hub.HubMarketplace;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Makes ready what a short command will need in a moment, on a second processor, while the first
 * reads the command line. Changes nothing but how long the command takes.
 */
final class Ahead {
  private static final Set<String> WORDS =
      Set.of("tasks", "earnings", "reviews", "review", "drafts", "request");

  private Ahead() {}

  static void of(String word, UserFolders folders) {
    if (WORDS.contains(word)) {
      run("ahead-market", HubMarketplace::prepare);
      run("ahead-journal", () -> SqliteLibrary.prepare(folders.cache()));
    }
  }

  private static void run(String name, Runnable what) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(
            () -> {
              try {
                what.run();
              } catch (RuntimeException | LinkageError e) {
                // The command itself will meet it, and say so.
                System.getLogger(Ahead.class.getName()).log(Level.DEBUG, "not made ready", e);
              }
            });
  }
}
