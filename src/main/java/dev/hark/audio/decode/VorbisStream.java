package dev.hark.audio.decode;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Ogg Vorbis, by JOrbis: the first stream of the file that is one. */
final class VorbisStream implements SoundStream {
  private static final int PART = 8192;
  private static final int HEADERS = 3;
  private static final int COMMENT = 3;

  private final InputStream in;
  private final SyncState sync = new SyncState();
  private final StreamState stream = new StreamState();
  private final Page page = new Page();
  private final Packet packet = new Packet();
  private final Info info = new Info();
  private final DspState decoder = new DspState();
  private final Block block;
  private final float[][][] pcm = new float[1][][];
  private final int[] index;
  private int serial;
  private boolean started;
  private boolean ended;
  private int damaged;

  VorbisStream(InputStream in) throws IOException {
    this.in = in;
    sync.init();
    info.init();
    Comment comment = new Comment();
    comment.init();
    for (int header = 0; header < HEADERS; header++) {
      if (!nextPacket() || !isBounded(packet) || info.synthesis_headerin(comment, packet) < 0) {
        throw new NotSound();
      }
    }
    if (info.channels < 1 || info.rate < 1) {
      throw new NotSound();
    }
    decoder.synthesis_init(info);
    block = new Block(decoder);
    index = new int[info.channels];
  }

  /** The library believes every length in a comment; here they are held against the packet. */
  private static boolean isBounded(Packet packet) {
    ByteBuffer bytes =
        ByteBuffer.wrap(packet.packet_base, packet.packet, packet.bytes)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < 15 || bytes.get(0) != COMMENT) {
      return true;
    }
    bytes.position(7);
    if (!skip(bytes) || bytes.remaining() < 4) {
      return false;
    }
    long count = Integer.toUnsignedLong(bytes.getInt());
    boolean fits = count <= bytes.remaining() / 4;
    for (long i = 0; fits && i < count; i++) {
      fits = skip(bytes);
    }
    return fits;
  }

  private static boolean skip(ByteBuffer bytes) {
    long length = bytes.remaining() < 4 ? -1 : Integer.toUnsignedLong(bytes.getInt());
    if (length < 0 || length > bytes.remaining()) {
      return false;
    }
    bytes.position(bytes.position() + (int) length);
    return true;
  }

  /** Reads a packet of the stream; false at the end. */
  private boolean nextPacket() throws IOException {
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
        if (!started && isVorbis()) {
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

  private boolean isVorbis() {
    byte[] body = page.body_base;
    int from = page.body;
    return page.bos() != 0
        && page.body_len >= 7
        && body[from] == 1
        && body[from + 1] == 'v'
        && body[from + 2] == 'o'
        && body[from + 3] == 'r';
  }

  private boolean fill() throws IOException {
    int offset = sync.buffer(PART);
    int read = in.read(sync.data, offset, PART);
    sync.wrote(Math.max(0, read));
    return read > 0;
  }

  @Override
  public int rate() {
    return info.rate;
  }

  @Override
  public int channels() {
    return info.channels;
  }

  @Override
  public int read(float[] into) throws IOException {
    int frames = decoder.synthesis_pcmout(pcm, index);
    while (frames == 0) {
      if (!nextPacket()) {
        return -1;
      }
      if (block.synthesis(packet) == 0) {
        decoder.synthesis_blockin(block);
      } else {
        damaged++;
      }
      frames = decoder.synthesis_pcmout(pcm, index);
    }
    int channels = info.channels;
    int taken = Math.min(frames, into.length / channels);
    for (int channel = 0; channel < channels; channel++) {
      float[] samples = pcm[0][channel];
      for (int i = 0; i < taken; i++) {
        into[i * channels + channel] = samples[index[channel] + i];
      }
    }
    decoder.synthesis_read(taken);
    return taken;
  }

  @Override
  public boolean whole() {
    return ended;
  }

  @Override
  public int damaged() {
    return damaged;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
