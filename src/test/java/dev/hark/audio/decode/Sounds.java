package dev.hark.audio.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Recordings for tests: made here, or by encoders of which small files are kept. */
final class Sounds {
  private Sounds() {}

  static byte[] kept(String name) {
    try (InputStream in = Objects.requireNonNull(Sounds.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A wave of each channel. */
  interface Wave {
    /** The sample of a moment in seconds, at full scale 1. */
    double at(int channel, double seconds);
  }

  /** A WAV file of that coding: tag 1 for whole numbers, 3 for floating point. */
  static byte[] wav(int tag, int bits, int rate, int channels, double seconds, Wave wave) {
    int frames = (int) (rate * seconds);
    int frame = channels * bits / 8;
    ByteBuffer file = ByteBuffer.allocate(44 + frames * frame).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + frames * frame);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * frame);
    file.putShort((short) frame).putShort((short) bits);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames * frame);
    for (int i = 0; i < frames; i++) {
      for (int channel = 0; channel < channels; channel++) {
        put(file, tag, bits, wave.at(channel, (double) i / rate));
      }
    }
    return file.array();
  }

  private static void put(ByteBuffer file, int tag, int bits, double value) {
    if (tag == 3) {
      file.putFloat((float) value);
      return;
    }
    long whole =
        Math.clamp(
            Math.round(value * (1L << (bits - 1))), -(1L << (bits - 1)), (1L << (bits - 1)) - 1);
    switch (bits) {
      case 8 -> file.put((byte) (whole + 128));
      case 16 -> file.putShort((short) whole);
      case 24 -> file.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
      default -> file.putInt((int) whole);
    }
  }

  /** What a whole file sounds like. */
  record Heard(short[] samples, SoundFacts facts) {}

  static Heard read(Path file) {
    try (SoundFile sound = SoundFile.open(file, SoundFile.Mix.ALL)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      short[] part = new short[1000];
      for (int length = sound.read(part); length >= 0; length = sound.read(part)) {
        for (short sample : Arrays.copyOf(part, length)) {
          all.write(sample >> 8);
          all.write(sample);
        }
      }
      short[] samples = new short[all.size() / 2];
      ByteBuffer.wrap(all.toByteArray()).asShortBuffer().get(samples);
      return new Heard(samples, sound.facts());
    }
  }
}
