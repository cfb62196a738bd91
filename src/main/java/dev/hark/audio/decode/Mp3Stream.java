package dev.hark.audio.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;
import javazoom.jl.decoder.SampleBuffer;
import org.jspecify.annotations.Nullable;

/** MPEG audio, layers 1 to 3, by JLayer. */
final class Mp3Stream implements SoundStream {
  /** So many broken frames in a row are no accident any more. */
  private static final int MOST_BROKEN = 200;

  private final InputStream in;
  private final Bitstream bits;
  private final int rate;
  private final int channels;
  private Decoder decoder = new Decoder();
  private @Nullable SampleBuffer frame;
  private int at;
  private int damaged;

  /**
   * @param in from its first frame on, without a tag before it
   */
  Mp3Stream(InputStream in) throws IOException {
    this.in = in;
    bits = new Bitstream(in);
    SampleBuffer first = next();
    if (first == null) {
      throw new NotSound();
    }
    frame = first;
    rate = first.getSampleFrequency();
    channels = first.getChannelCount();
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
    SampleBuffer now = frame;
    if (now == null || at >= now.getBufferLength()) {
      now = next();
      frame = now;
      at = 0;
      if (now == null) {
        return -1;
      }
    }
    int has = now.getChannelCount();
    int frames = Math.min(into.length / channels, (now.getBufferLength() - at) / has);
    short[] samples = now.getBuffer();
    for (int i = 0; i < frames; i++) {
      for (int channel = 0; channel < channels; channel++) {
        into[i * channels + channel] = samples[at + i * has + Math.min(channel, has - 1)] / 32_768f;
      }
    }
    at += frames * has;
    return frames;
  }

  /** The next frame that can be decoded; null at the end. */
  private @Nullable SampleBuffer next() throws IOException {
    for (int broken = 0; broken < MOST_BROKEN; broken++) {
      try {
        Header header = bits.readFrame();
        if (header == null) {
          return null;
        }
        Obuffer decoded = decoder.decodeFrame(header, bits);
        if (decoded instanceof SampleBuffer samples && fits(samples)) {
          return samples;
        }
      } catch (BitstreamException | DecoderException | RuntimeException e) {
        // Its state may be as broken as the frame.
        decoder = new Decoder();
      } finally {
        bits.closeFrame();
      }
      damaged++;
    }
    throw new IOException(MOST_BROKEN + " broken frames in a row");
  }

  private boolean fits(SampleBuffer samples) {
    return samples.getBufferLength() > 0 && (rate == 0 || samples.getSampleFrequency() == rate);
  }

  @Override
  public OptionalLong promised() {
    return OptionalLong.empty();
  }

  @Override
  public boolean whole() {
    return true;
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
