package dev.hark.audio.decode;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import java.io.IOException;
import java.io.InputStream;

/** The packets of the first stream in an Ogg file that begins with some mark, by JOgg. */
final class OggPackets {
  private static final int PART = 8192;

  private final InputStream in;
  private final String mark;
  private final SyncState sync = new SyncState();
  private final StreamState stream = new StreamState();
  private final Page page = new Page();
  private final Packet packet = new Packet();
  private int serial;
  private boolean started;
  private boolean ended;
  private int damaged;

  OggPackets(InputStream in, String mark) {
    this.in = in;
    this.mark = mark;
    sync.init();
  }

  /** The packet that was read last. */
  Packet packet() {
    return packet;
  }

  /** Whether the page that its writer made the last was read. */
  boolean ended() {
    return ended;
  }

  /** Places that were left out. */
  int damaged() {
    return damaged;
  }

  /** Reads a packet of the stream; false at the end. */
  boolean next() throws IOException {
    while (true) {
      int found = started ? stream.packetout(packet) : 0;
      if (found == 1) {
        return true;
      }
      if (found < 0) {
        damaged++;
      } else if (!nextPage()) {
        return false;
      }
    }
  }

  private boolean nextPage() throws IOException {
    while (true) {
      int found = sync.pageout(page);
      if (found < 0) {
        damaged++;
      } else if (found == 1) {
        if (!started && begins()) {
          serial = page.serialno();
          stream.init(serial);
          started = true;
        }
        if (started && page.serialno() == serial) {
          ended |= page.eos() != 0;
          stream.pagein(page);
          return true;
        }
      } else if (!fill()) {
        return false;
      }
    }
  }

  private boolean begins() {
    boolean begins = page.bos() != 0 && page.body_len >= mark.length();
    for (int i = 0; begins && i < mark.length(); i++) {
      begins = page.body_base[page.body + i] == mark.charAt(i);
    }
    return begins;
  }

  private boolean fill() throws IOException {
    int offset = sync.buffer(PART);
    int read = in.read(sync.data, offset, PART);
    sync.wrote(Math.max(0, read));
    return read > 0;
  }
}
