package dev.hark.audio.files;

import dev.hark.audio.SoundInput;
import dev.hark.audio.decode.SoundFile;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording in the place of a microphone, as fast as it is wanted. Listening again goes on where
 * the recording was left.
 */
public final class FileInput implements SoundInput, AutoCloseable {
  private final Path file;
  private @Nullable SoundFile sound;
  private @Nullable Sentence trouble;

  public FileInput(Path file) {
    this.file = file;
  }

  @Override
  public Source open() {
    return new FileSource();
  }

  private synchronized boolean fill(short[] into) {
    try {
      if (sound == null) {
        sound = SoundFile.open(file, SoundFile.Mix.ALL);
      }
      return sound.read(into) == into.length;
    } catch (Fault fault) {
      trouble = fault.sentence();
      return false;
    }
  }

  @Override
  public synchronized void close() {
    if (sound != null) {
      sound.close();
    }
  }

  private final class FileSource implements Source {
    private volatile boolean closed;

    @Override
    public boolean read(short[] into) {
      return !closed && fill(into);
    }

    @Override
    public Optional<Sentence> trouble() {
      return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
