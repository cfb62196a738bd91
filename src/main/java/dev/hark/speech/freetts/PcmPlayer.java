package dev.hark.speech.freetts;

import com.sun.speech.freetts.audio.AudioPlayer;
import dev.hark.speech.Pcm;
import javax.sound.sampled.AudioFormat;

/**
 * Hands what FreeTTS makes to a {@link Pcm}. The engine's own player waits for ever where there is
 * no device, so none of its players is ever used.
 */
final class PcmPlayer implements AudioPlayer {
  private static final int CHUNK = 320;

  private final short[] chunk = new short[CHUNK];
  private Pcm out = (samples, length, rate) -> false;
  private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);
  private boolean wanted;
  private int filled;

  void start(Pcm to) {
    out = to;
    wanted = true;
    filled = 0;
  }

  /** Hands on what is left. */
  void finish() {
    if (filled > 0) {
      flush();
    }
  }

  /** False once the listener wants no more. */
  boolean wanted() {
    return wanted;
  }

  @Override
  public boolean write(byte[] audio, int offset, int length) {
    for (int i = offset; i + 1 < offset + length && wanted; i += 2) {
      int high = format.isBigEndian() ? audio[i] : audio[i + 1];
      int low = format.isBigEndian() ? audio[i + 1] : audio[i];
      chunk[filled++] = (short) ((high << 8) | (low & 0xff));
      if (filled == CHUNK) {
        flush();
      }
    }
    return wanted;
  }

  private void flush() {
    wanted = wanted && out.write(chunk, filled, Math.round(format.getSampleRate()));
    filled = 0;
  }

  @Override
  public boolean write(byte[] audio) {
    return write(audio, 0, audio.length);
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return wanted;
  }

  @Override
  public void cancel() {
    wanted = false;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return -1;
  }

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
