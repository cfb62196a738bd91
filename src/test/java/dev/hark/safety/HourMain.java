package dev.hark.safety;

import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.decode.SeekableSound;
import dev.hark.filter.Facts;
import dev.hark.journal.Journal;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.SqliteJournal;
import dev.hark.market.Choice;
import dev.hark.market.FirstMoments;
import dev.hark.market.Marketplace;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.market.hub.MediaShelf;
import dev.hark.work.Action;
import dev.hark.work.ByEar;
import dev.hark.work.Desk;
import dev.hark.work.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A worker who takes the first task, hears how it begins, and goes to its end. */
final class HourMain {
  /** Milliseconds; a jump that took longer is tried again, as the machine may have other work. */
  private static final int SOON = 500;

  private static final int AGAIN = 4;

  private HourMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Ears ears = new Ears();
    try (Journal journal = SqliteJournal.open(folder.resolve("journal.db"), "hour").journal();
        Marketplace market =
            new HubMarketplace(
                args[1],
                args[2],
                new FirstMoments(),
                MediaShelf.in(folder.resolve("media"), "hour"));
        ClipPlayer player = new ClipPlayer(ears, new Floor());
        JournalOutbox outbox = new JournalOutbox(journal, market, (entry, result) -> {});
        Session session =
            new Session(
                new Desk(
                    market,
                    journal,
                    outbox,
                    player,
                    SeekableSound::open,
                    Choice.of(Facts.Me.ANYBODY),
                    Clock.systemUTC(),
                    Optional.empty(),
                    Optional.empty(),
                    new ByEar(Optional.empty(), false, ByEar.USUAL.alphabet())),
                heard -> System.out.println("heard " + heard.sentence().key()))) {
      session.start();
      session.act(Action.ACCEPT);
      int first = Integer.parseInt(args[3]);
      int last = Integer.parseInt(args[4]);
      ears.awaitSample(first);
      long quickest = jumped(session, ears, last);
      for (int i = 0; i < AGAIN && quickest > SOON; i++) {
        session.act(Action.TO_START);
        ears.awaitSample(first);
        quickest = Math.min(quickest, jumped(session, ears, last));
      }
      System.out.println("jumped in " + quickest + " ms");
      System.out.println("length " + player.length().toSeconds());
      Runtime memory = Runtime.getRuntime();
      System.out.println("memory " + (memory.totalMemory() >> 20) + " MB");
      player.pause();
    }
  }

  /** Milliseconds from the key to the end's sound. */
  private static long jumped(Session session, Ears ears, int last) {
    long before = System.nanoTime();
    session.act(Action.TO_END);
    ears.awaitSample(last);
    return (System.nanoTime() - before) / 1_000_000;
  }

  /** Takes sound as fast as a device does, ten times over. */
  private static final class Ears implements SoundOutput {
    private volatile int sample;

    void awaitSample(int wanted) {
      while (sample != wanted) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }

    @Override
    public Kind kind() {
      return Kind.DEVICE;
    }

    @Override
    public Voice open(int rate, Track track, String words) {
      return new Voice() {
        private final AtomicLong heard = new AtomicLong();

        @Override
        public void write(short[] samples, int length) {
          LockSupport.parkNanos(length * 100_000_000L / rate);
          heard.addAndGet(length);
          sample = length == 0 ? 0 : samples[length / 2];
        }

        @Override
        public void drain() {}

        @Override
        public void stop() {}

        @Override
        public long heard() {
          return heard.get();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }
}
