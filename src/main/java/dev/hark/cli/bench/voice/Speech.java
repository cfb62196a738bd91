package dev.hark.cli.bench.voice;

import dev.hark.audio.decode.SoundFile;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Somebody's speech as a microphone hears it: mono, 16 bit, at {@link Recognizer#RATE}.
 *
 * @param samples not to be changed
 */
public record Speech(short[] samples) {
  /** Words a minute: people do not hurry when they speak to a machine. */
  private static final int RATE = 165;

  private static final int FADED = 50;
  private static final double ROOM = 1;

  /** Spoken by a voice. */
  public static Speech of(Synthesizer voice, Locale language, String text) {
    List<short[]> parts = new ArrayList<>();
    int[] rate = new int[1];
    voice.speak(
        text,
        language,
        RATE,
        (samples, length, itsRate) -> {
          parts.add(Arrays.copyOf(samples, length));
          rate[0] = itsRate;
          return true;
        });
    return new Speech(atRate(joined(parts), rate[0]));
  }

  /** Of a recording, all its channels mixed. */
  public static Speech read(Path file) {
    Samples all = new Samples();
    try (SoundFile sound = SoundFile.open(file, SoundFile.Mix.ALL)) {
      short[] part = new short[Recognizer.RATE];
      int length = sound.read(part);
      while (length > 0) {
        all.add(part, length);
        length = sound.read(part);
      }
    }
    return new Speech(all.all());
  }

  private static short[] joined(List<short[]> parts) {
    short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** By straight lines between samples; what that adds lies above what a voice has. */
  private static short[] atRate(short[] samples, int rate) {
    int count = (int) ((long) samples.length * Recognizer.RATE / Math.max(1, rate));
    short[] out = new short[count];
    for (int i = 0; i < count; i++) {
      double place = (double) i * rate / Recognizer.RATE;
      int left = Math.min((int) place, samples.length - 1);
      int right = Math.min(left + 1, samples.length - 1);
      out[i] =
          (short) Math.round(samples[left] + (place - left) * (samples[right] - samples[left]));
    }
    return out;
  }

  /** With silence before and after it, of a room that is never quite still. */
  public Speech inRoom(int before, int after, long seed) {
    short[] wide = new short[samples.length + before + after];
    System.arraycopy(samples, 0, wide, before, samples.length);
    return new Speech(noisy(wide, ROOM, seed));
  }

  /** With white noise so many decibels below the loudness of the speech itself. */
  public Speech inNoise(int before, int after, double decibels, long seed) {
    short[] wide = new short[samples.length + before + after];
    System.arraycopy(samples, 0, wide, before, samples.length);
    return new Speech(noisy(wide, loudness() / Math.pow(10, decibels / 20), seed));
  }

  private static short[] noisy(short[] samples, double amplitude, long seed) {
    Random random = new Random(seed);
    short[] out = new short[samples.length];
    for (int i = 0; i < out.length; i++) {
      long sum = Math.round(samples[i] + amplitude * random.nextGaussian());
      out[i] = (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return out;
  }

  private double loudness() {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / Math.max(1, samples.length));
  }

  /** The place of the last sample that is more than the fading of the last sound. */
  public int end() {
    int loudest = 0;
    for (short sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    int end = samples.length;
    while (end > 0 && Math.abs(samples[end - 1]) <= loudest / FADED) {
      end--;
    }
    return end;
  }
}
