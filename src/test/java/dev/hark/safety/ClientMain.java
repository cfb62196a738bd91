package dev.hark.safety;

import dev.hark.audio.Passage;
import dev.hark.audio.Player;
import dev.hark.audio.Rhythm;
import dev.hark.audio.Sound;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.journal.Journal;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.Marketplace;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.work.Action;
import dev.hark.work.Desk;
import dev.hark.work.Heard;
import dev.hark.work.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The worker's session in a process of its own: actions in as lines, keys of what is said out. Each
 * line is acknowledged when the session has taken it.
 */
final class ClientMain {
  private ClientMain() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    try (Journal journal = SqliteJournal.open(file, "kill").journal();
        Marketplace market = new HubMarketplace(args[1], args[2]);
        JournalOutbox outbox = new JournalOutbox(journal, market, (entry, result) -> {});
        Session session =
            new Session(
                new Desk(
                    market,
                    journal,
                    outbox,
                    new Silence(),
                    (sound, type) -> {
                      throw new Fault.BadFile(Sentence.of("audio.format", type), null);
                    },
                    Choice.of(Facts.Me.ANYBODY),
                    Clock.systemUTC()),
                ClientMain::say)) {
      session.start();
      System.out.println("mode " + session.mode());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        take(line, session, outbox);
      }
    }
  }

  private static void take(String line, Session session, JournalOutbox outbox) {
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    switch (line.substring(0, space)) {
      case "act" -> session.act(Action.valueOf(rest));
      case "confirm" -> session.confirm(rest.equals("yes"));
      case "typed" -> session.typed(rest);
      case "flush" -> System.out.println("waiting " + outbox.flush());
      default -> throw new IllegalArgumentException(line);
    }
    System.out.println("took " + line);
  }

  private static void say(Heard heard) {
    System.out.println("heard " + heard.sentence().key() + " " + heard.sentence().args());
  }

  /** Plays nothing. */
  private static final class Silence implements Player {
    @Override
    public void load(Sound sound) {}

    @Override
    public void play() {}

    @Override
    public void pause() {}

    @Override
    public boolean playing() {
      return false;
    }

    @Override
    public void seek(Duration to) {}

    @Override
    public void repeat(Optional<Passage> passage) {}

    @Override
    public void rhythm(Optional<Rhythm> rhythm) {}

    @Override
    public void level(boolean even) {}

    @Override
    public Optional<Sentence> trouble() {
      return Optional.empty();
    }

    @Override
    public void speed(double speed) {}

    @Override
    public double speed() {
      return 1;
    }

    @Override
    public Duration position() {
      return Duration.ZERO;
    }

    @Override
    public Duration length() {
      return Duration.ZERO;
    }

    @Override
    public void await() {}

    @Override
    public void close() {}
  }
}
