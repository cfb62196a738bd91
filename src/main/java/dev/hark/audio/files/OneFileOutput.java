package dev.hark.audio.files;

import dev.hark.audio.SoundOutput;
import dev.hark.audio.decode.Resampler;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that is heard, one after the other, in one WAV file. What comes at another rate than the
 * first is brought to it. The file is there when all is in it, or not at all.
 */
public final class OneFileOutput implements SoundOutput {
  private final Path file;
  private final Path part;
  private volatile boolean failed;
  private @Nullable WavVoice wav;
  private int rate;

  /**
   * @param file takes the place of one that is there
   */
  public OneFileOutput(Path file) {
    this.file = file;
    String name = file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    this.part = file.resolveSibling(name);
  }

  @Override
  public Kind kind() {
    return Kind.FILES;
  }

  @Override
  public synchronized Voice open(int samplesPerSecond, Track track, String words) {
    WavVoice open = wav;
    if (open == null) {
      rate = samplesPerSecond;
      open = new WavVoice(part, rate, () -> failed = true, _ -> {});
      wav = open;
    }
    return new Next(open, samplesPerSecond == rate ? null : new Resampler(samplesPerSecond, rate));
  }

  /**
   * Ends the file.
   *
   * @return how long it is; zero where nothing was heard, and then there is no file
   * @throws Fault.Storage where it could not be written
   */
  public synchronized Duration end() {
    WavVoice open = wav;
    if (open == null) {
      return Duration.ZERO;
    }
    open.close();
    try {
      if (failed) {
        Files.deleteIfExists(part);
        throw unwritable(null);
      }
      if (open.heard() > 0) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return Duration.ofMillis(open.heard() * 1000 / rate);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Fault.Storage unwritable(@Nullable Exception cause) {
    return new Fault.Storage(Sentence.of("audio.unwritable", file.toString()), cause);
  }

  @Override
  public synchronized void close() {
    if (wav != null) {
      wav.close();
    }
  }

  /** One stream into the file. */
  private static final class Next implements Voice {
    private final WavVoice wav;
    private final @Nullable Resampler resampler;
    private boolean stopped;
    private boolean ended;

    Next(WavVoice wav, @Nullable Resampler resampler) {
      this.wav = wav;
      this.resampler = resampler;
    }

    @Override
    public synchronized void write(short[] samples, int length) {
      if (stopped) {
        return;
      }
      if (resampler == null) {
        wav.write(samples, length);
        return;
      }
      float[] in = new float[length];
      for (int i = 0; i < length; i++) {
        in[i] = samples[i];
      }
      float[] out = new float[resampler.most(length)];
      put(out, resampler.next(in, length, out));
    }

    private void put(float[] made, int count) {
      short[] samples = new short[count];
      for (int i = 0; i < count; i++) {
        samples[i] = (short) Math.clamp(Math.round(made[i]), Short.MIN_VALUE, Short.MAX_VALUE);
      }
      wav.write(samples, count);
    }

    @Override
    public void drain() {}

    @Override
    public synchronized void stop() {
      stopped = true;
    }

    @Override
    public long heard() {
      return wav.heard();
    }

    @Override
    public synchronized void close() {
      if (resampler != null && !stopped && !ended) {
        float[] out = new float[resampler.most(resampler.most(0))];
        put(out, resampler.end(out));
      }
      ended = true;
    }
  }
}
