package dev.hark.audio.decode;

import com.jcraft.jogg.Packet;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMSDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Ogg Opus (RFC 7845), by Concentus: the first stream of the file that is one, at 48 kHz. */
final class OpusStream extends OggStream {
  /** What the first packet begins with. */
  static final String MARK = "OpusHead";

  static final int RATE = 48_000;

  /** As long as a packet can sound: 120 ms. */
  private static final int LONGEST = 5760;

  private static final int HEAD = 19;
  private static final int MOST_CHANNELS = 8;

  private final Head head;
  private final OpusMSDecoder decoder;
  private final short[] pcm;
  private final boolean whole;
  private int count = 960;
  private int at = count;
  private long skip;

  /** Frames that were decoded, before some are left out at the start. */
  private long decoded;

  /**
   * The first packet (5.1).
   *
   * @param skip frames at the start that are not heard
   * @param gain of all, in 256ths of a decibel
   * @param mapping which decoded channel each channel is
   */
  record Head(int channels, int skip, int gain, int streams, int coupled, short[] mapping) {
    static Head read(ByteBuffer packet) throws NotSound {
      ByteBuffer head = packet.order(ByteOrder.LITTLE_ENDIAN);
      if (head.remaining() < HEAD || (head.get(8) & 0xf0) != 0) {
        throw new NotSound();
      }
      int channels = head.get(9) & 0xff;
      int family = head.get(18) & 0xff;
      int skip = Short.toUnsignedInt(head.getShort(10));
      int gain = head.getShort(16);
      if (channels < 1 || channels > (family == 0 ? 2 : MOST_CHANNELS)) {
        throw new NotSound();
      }
      if (family == 0) {
        return new Head(channels, skip, gain, 1, channels - 1, new short[] {0, 1});
      }
      if (head.remaining() < HEAD + 2 + channels) {
        throw new NotSound();
      }
      short[] mapping = new short[channels];
      for (int i = 0; i < channels; i++) {
        mapping[i] = (short) (head.get(HEAD + 2 + i) & 0xff);
      }
      return new Head(
          channels, skip, gain, head.get(HEAD) & 0xff, head.get(HEAD + 1) & 0xff, mapping);
    }
  }

  /**
   * @param whole whether it is read from its start, so that what is not to be heard there is left
   *     out; else its frames are given as they are decoded
   */
  OpusStream(InputStream in, boolean whole) throws IOException {
    super(in, MARK);
    this.whole = whole;
    if (!packets.next()) {
      throw new NotSound();
    }
    head = Head.read(bytes(packets.packet()));
    try {
      decoder =
          OpusMSDecoder.create(
              RATE, head.channels(), head.streams(), head.coupled(), head.mapping());
    } catch (OpusException e) {
      throw new NotSound();
    }
    decoder.setGain(head.gain());
    if (!packets.next()) {
      throw new NotSound();
    }
    pcm = new short[LONGEST * head.channels()];
    skip = whole ? head.skip() : 0;
  }

  private static ByteBuffer bytes(Packet packet) {
    return ByteBuffer.wrap(packet.packet_base, packet.packet, packet.bytes).slice();
  }

  @Override
  public int rate() {
    return RATE;
  }

  @Override
  public int channels() {
    return head.channels();
  }

  @Override
  public int read(float[] into) throws IOException {
    while (at == count) {
      if (!packets.next()) {
        return -1;
      }
      decode(packets.packet());
    }
    int frames = Math.min(into.length / head.channels(), count - at);
    for (int i = 0; i < frames * head.channels(); i++) {
      into[i] = pcm[at * head.channels() + i] / 32_768f;
    }
    at += frames;
    return frames;
  }

  /** A packet that cannot be decoded is silent for as long as the one before it sounded. */
  private void decode(Packet packet) {
    int frames;
    try {
      frames =
          decoder.decodeMultistream(
              packet.packet_base, packet.packet, packet.bytes, pcm, 0, LONGEST, 0);
    } catch (RuntimeException e) {
      frames = -1;
    }
    if (frames <= 0) {
      leaveOut();
      frames = count;
      Arrays.fill(pcm, (short) 0);
    }
    decoded += frames;
    count = frames;
    if (whole && packet.e_o_s != 0 && packet.granulepos >= 0) {
      // The last packet may sound for longer than there was sound to code (4.5).
      count = (int) Math.clamp(frames - (decoded - packet.granulepos), 0, frames);
    }
    at = (int) Math.min(count, skip);
    skip -= at;
  }
}
