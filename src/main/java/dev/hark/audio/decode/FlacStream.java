package dev.hark.audio.decode;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kc7bfi.jflac.FLACDecoder;
import org.kc7bfi.jflac.frame.Frame;
import org.kc7bfi.jflac.metadata.StreamInfo;

/** FLAC, by jFLAC as javasound-flac keeps it. */
final class FlacStream implements SoundStream {
  /** "fLaC", the head of a block, and the block that says what the sound is (RFC 9639, 8.2). */
  private static final int HEAD = 8 + 34;

  private static final int LENGTH = 18;
  private static final long LENGTH_BITS = 0xf_ffff_ffffL;

  private final InputStream in;
  private final boolean told;
  private final FLACDecoder decoder;
  private final StreamInfo info;
  private @Nullable Frame frame;
  private int at;

  /** Samples so far, and those that are silent as their frames cannot be decoded. */
  private long passed;

  private long lost;

  FlacStream(InputStream in) throws IOException {
    this.in = in;
    byte[] head = in.readNBytes(HEAD);
    if (head.length < HEAD) {
      throw new EOFException();
    }
    if ((head[4] & 0x7f) != 0) {
      throw new NotSound();
    }
    ByteBuffer values = ByteBuffer.wrap(head);
    told = (values.getLong(LENGTH) & LENGTH_BITS) != 0;
    if (!told) {
      // The library takes a file that does not say how long it is for none.
      values.putLong(LENGTH, values.getLong(LENGTH) | LENGTH_BITS);
    }
    decoder = new FLACDecoder(new SequenceInputStream(new ByteArrayInputStream(head), in));
    decoder.readMetadata();
    StreamInfo found = decoder.getStreamInfo();
    if (found == null
        || found.getSampleRate() < 1
        || found.getChannels() < 1
        || found.getBitsPerSample() < 4) {
      throw new NotSound();
    }
    info = found;
  }

  @Override
  public int rate() {
    return info.getSampleRate();
  }

  @Override
  public int channels() {
    return info.getChannels();
  }

  @Override
  public int read(float[] into) throws IOException {
    Frame now = frame;
    if (now == null || at >= now.header.blockSize) {
      now = decoder.readNextFrame();
      frame = now;
      at = 0;
      if (now == null) {
        return -1;
      }
      if (now.header.channels != info.getChannels()) {
        throw new IOException("a frame of " + now.header.channels + " channels");
      }
      lost = lostBefore(now);
    }
    int channels = info.getChannels();
    if (lost > 0) {
      int silent = (int) Math.min(into.length / channels, lost);
      Arrays.fill(into, 0, silent * channels, 0);
      lost -= silent;
      passed += silent;
      return silent;
    }
    int frames = Math.min(into.length / channels, now.header.blockSize - at);
    float full = 1L << (info.getBitsPerSample() - 1);
    for (int channel = 0; channel < channels; channel++) {
      int[] samples = decoder.getChannelData()[channel].getOutput();
      for (int i = 0; i < frames; i++) {
        into[i * channels + channel] = samples[at + i] / full;
      }
    }
    at += frames;
    passed += frames;
    return frames;
  }

  /** A frame says where it belongs; one that says what cannot be comes right behind the last. */
  private long lostBefore(Frame next) {
    long lacks = next.header.sampleNumber - passed;
    boolean canBe = decoder.getBadFrames() > 0 && told;
    return canBe && next.header.sampleNumber <= info.getTotalSamples() ? Math.max(0, lacks) : 0;
  }

  @Override
  public OptionalLong promised() {
    return told ? OptionalLong.of(info.getTotalSamples()) : OptionalLong.empty();
  }

  @Override
  public int damaged() {
    return decoder.getBadFrames();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
