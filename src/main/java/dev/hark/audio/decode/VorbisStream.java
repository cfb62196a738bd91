package dev.hark.audio.decode;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Ogg Vorbis, by JOrbis: the first stream of the file that is one. */
final class VorbisStream extends OggStream {
  /** What the first packet begins with. */
  static final String MARK = "\u0001vorbis";

  private static final int HEADERS = 3;
  private static final int COMMENT = 3;

  private final Info info = new Info();
  private final DspState decoder = new DspState();
  private final Block block;
  private final float[][][] pcm = new float[1][][];
  private final int[] index;

  VorbisStream(InputStream in) throws IOException {
    super(in, MARK);
    info.init();
    Comment comment = new Comment();
    comment.init();
    for (int header = 0; header < HEADERS; header++) {
      if (!packets.next()
          || !isBounded(packets.packet())
          || info.synthesis_headerin(comment, packets.packet()) < 0) {
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
      if (!packets.next()) {
        return -1;
      }
      if (block.synthesis(packets.packet()) == 0) {
        decoder.synthesis_blockin(block);
      } else {
        leaveOut();
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
}
