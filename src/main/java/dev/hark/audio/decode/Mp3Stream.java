package dev.hark.audio.decode;

import java.io.IOException;
import java.io.InputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;
import javazoom.jl.decoder.SampleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * MPEG audio, layers 1 to 3, from any frame on, by JLayer. A frame that cannot be decoded, such as
 * the first ones whose sound began in frames before them, is as much silence, so that time stays
 * right.
 */
final class Mp3Stream implements SoundStream {
  /** So many broken frames in a row are no accident any more. */
  private static final int MOST_BROKEN = 400;

  private final InputStream in;
  private final Bitstream bits;
  private final int rate;
  private final int channels;
  private final int samples;
  private Decoder decoder = new Decoder();
  private @Nullable SampleBuffer frame;
  private int at;
  private int left;
  private int damaged;
  private int inRow;

  /**
   * @param in from a frame on, without a tag before it
   */
  Mp3Stream(InputStream in) throws IOException {
    this.in = in;
    this.bits = new Bitstream(in);
    Header first = header();
    if (first == null) {
      throw new NotSound();
    }
    rate = first.frequency();
    channels = first.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
    samples =
        first.layer() == 1
            ? 384
            : first.layer() == 3 && first.version() != Header.MPEG1 ? 576 : 1152;
    decode(first);
  }

  private @Nullable Header header() throws IOException {
    for (int broken = 0; broken < MOST_BROKEN; broken++) {
      try {
        return bits.readFrame();
      } catch (BitstreamException | RuntimeException e) {
        bits.closeFrame();
      }
    }
    throw new IOException(MOST_BROKEN + " broken frames in a row");
  }

  private void decode(Header header) {
    SampleBuffer decoded = null;
    try {
      Obuffer out = decoder.decodeFrame(header, bits);
      if (out instanceof SampleBuffer found
          && found.getSampleFrequency() == rate
          && found.getBufferLength() == samples * found.getChannelCount()) {
        decoded = found;
      }
    } catch (DecoderException | RuntimeException e) {
      // Its state may be as broken as the frame.
      decoder = new Decoder();
    } finally {
      bits.closeFrame();
    }
    frame = decoded;
    at = 0;
    left = samples;
    damaged += decoded == null ? 1 : 0;
    inRow = decoded == null ? inRow + 1 : 0;
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int read(float[] into) throws IOException {
    if (left == 0) {
      Header next = header();
      if (next == null) {
        return -1;
      }
      decode(next);
      if (inRow > MOST_BROKEN) {
        throw new IOException(inRow + " broken frames in a row");
      }
    }
    int frames = Math.min(into.length / channels, left);
    SampleBuffer now = frame;
    int has = now == null ? 1 : now.getChannelCount();
    for (int i = 0; i < frames; i++) {
      for (int channel = 0; channel < channels; channel++) {
        into[i * channels + channel] =
            now == null
                ? 0
                : now.getBuffer()[(at + i) * has + Math.min(channel, has - 1)] / 32_768f;
      }
    }
    at += frames;
    left -= frames;
    return frames;
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
