package dev.hark.audio.device;

import dev.hark.audio.Clip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An output of a {@link VirtualSound}, and all that was played on it. */
public final class VirtualSink {
  private final VirtualSound server;
  private final String name;
  private final Path recording;

  VirtualSink(VirtualSound server, String name, Path recording) {
    this.server = server;
    this.name = name;
    this.recording = recording;
  }

  public String name() {
    return name;
  }

  /** What was played until about 50 ms ago, silence too, since the device was there. */
  public Clip recorded() {
    try {
      return RawSound.clip(Files.readAllBytes(recording));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until something was played. */
  public void awaitSound() {
    VirtualSound.await("sound on " + name, () -> RawSound.lastSound(recorded()) > 0);
  }

  /**
   * Waits until something was played and then nothing for so long; gives what {@link #recorded}.
   */
  public Clip awaitQuiet(Duration silence) {
    long samples = silence.toMillis() * VirtualSound.RATE / 1000;
    VirtualSound.await(
        "silence on " + name,
        () -> {
          Clip all = recorded();
          int last = RawSound.lastSound(all);
          return last > 0 && all.samples().length - last > samples;
        });
    return recorded();
  }

  /** How much was recorded so far, in samples. */
  public int length() {
    return recorded().samples().length;
  }

  /**
   * Where it fell silent for so long, at this sample or later.
   *
   * @return -1 where it has not
   */
  public int silentFrom(int sample, Duration silence) {
    short[] all = recorded().samples();
    int wanted = (int) (silence.toMillis() * VirtualSound.RATE / 1000);
    int begin = Math.max(0, sample);
    for (int at = begin; at < all.length; at++) {
      if (all[at] != 0) {
        begin = at + 1;
      } else if (at - begin >= wanted) {
        return begin;
      }
    }
    return -1;
  }

  /** Pulls the plug; the server moves what plays on it to another output, if there is one. */
  public void unplug() {
    server.unload("sink_name=" + name);
  }
}
