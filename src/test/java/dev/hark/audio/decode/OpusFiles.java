package dev.hark.audio.decode;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Writes Ogg Opus as RFC 7845 tells, a packet of 20 ms each, fifty of them a page. */
final class OpusFiles {
  private static final int FRAME = 960;
  private static final int PACKETS = 50;

  private final OutputStream out;
  private final int channels;
  private final int skip;
  private final OpusEncoder encoder;
  private int sequence;
  private long packets;

  private OpusFiles(OutputStream out, int channels) throws OpusException {
    this.out = out;
    this.channels = channels;
    this.encoder = new OpusEncoder(48_000, channels, OpusApplication.OPUS_APPLICATION_AUDIO);
    this.encoder.setBitrate(32_000 * channels);
    this.skip = encoder.getLookahead();
  }

  static byte[] of(int channels, double seconds, DoubleUnaryOperator wave) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, channels, seconds, wave);
    return out.toByteArray();
  }

  /**
   * @param wave what each channel has at a time in seconds, at full scale 1
   */
  static void write(OutputStream out, int channels, double seconds, DoubleUnaryOperator wave) {
    try {
      new OpusFiles(out, channels).write(Math.round(seconds * 48_000), wave);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OpusException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(long frames, DoubleUnaryOperator wave) throws IOException, OpusException {
    ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) channels);
    head.putShort((short) skip).putInt(48_000);
    page(2, 0, head.array());
    ByteBuffer tags = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    page(0, 0, tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII)).array());
    long all = (frames + skip + FRAME - 1) / FRAME;
    while (packets < all) {
      byte[][] page = new byte[(int) Math.min(PACKETS, all - packets)][];
      for (int i = 0; i < page.length; i++) {
        page[i] = packet(wave);
      }
      boolean last = packets == all;
      page(last ? 4 : 0, last ? frames + skip : packets * FRAME, page);
    }
  }

  private byte[] packet(DoubleUnaryOperator wave) throws OpusException {
    short[] pcm = new short[FRAME * channels];
    for (int i = 0; i < pcm.length; i++) {
      double time = (packets * FRAME + i / channels) / 48_000.0;
      pcm[i] = (short) Math.round(32_767 * wave.applyAsDouble(time));
    }
    packets++;
    byte[] coded = new byte[1275];
    return Arrays.copyOf(coded, encoder.encode(pcm, 0, FRAME, coded, 0, coded.length));
  }

  private void page(int flags, long granule, byte[]... contents) throws IOException {
    ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      for (int rest = content.length; rest >= 0; rest -= 255) {
        lacing.write(Math.min(255, rest));
      }
      body.writeBytes(content);
    }
    ByteBuffer page =
        ByteBuffer.allocate(27 + lacing.size() + body.size()).order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
    page.putLong(granule).putInt(77).putInt(sequence++).putInt(0).put((byte) lacing.size());
    page.put(lacing.toByteArray()).put(body.toByteArray());
    page.putInt(22, LongSounds.oggSum(page.array()));
    out.write(page.array());
  }
}
