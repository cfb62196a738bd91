package dev.hark.audio.cut;

import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.audio.decode.SoundFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ten clips of real speech that lie beside the project, joined to one recording with silence
 * between, in the order of their list.
 *
 * @param clips where each one is
 */
public record JoinedSpeech(List<Part> clips) {
  private static final Path FOLDER =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/speech");
  private static final int MOST = 60 * SoundFile.RATE;

  /**
   * One clip.
   *
   * @param file its name
   * @param reference what is said in it
   * @param crowd its key among the answers of the crowd
   * @param start in the recording, in milliseconds
   * @param end in the same
   */
  public record Part(String file, String reference, String crowd, long start, long end) {}

  /** Whether they are there. */
  public static boolean isHere() {
    return Files.exists(FOLDER.resolve("manifest.tsv"));
  }

  /** Writes the recording as a WAV file; it begins and ends with the silence too. */
  public static JoinedSpeech write(Path file, Duration silence) {
    int gap = (int) silence.toMillis() * SoundFile.RATE / 1000;
    List<Part> parts = new ArrayList<>();
    List<short[]> sounds = new ArrayList<>();
    int at = gap;
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      short[] sound = sound(FOLDER.resolve(cells[0]));
      sounds.add(sound);
      parts.add(new Part(cells[0], cells[2], cells[3], at / 16, (at + sound.length) / 16));
      at += sound.length + gap;
    }
    short[] all = new short[at];
    for (int i = 0; i < sounds.size(); i++) {
      System.arraycopy(
          sounds.get(i), 0, all, (int) parts.get(i).start() * 16, sounds.get(i).length);
    }
    Wav.write(file, new Clip(all, SoundFile.RATE));
    return new JoinedSpeech(parts);
  }

  private static List<String> lines() {
    try {
      List<String> lines = Files.readAllLines(FOLDER.resolve("manifest.tsv"));
      return lines.subList(1, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static short[] sound(Path file) {
    short[] samples = new short[MOST];
    try (SoundFile sound = SoundFile.open(file, SoundFile.Mix.ALL)) {
      return Arrays.copyOf(samples, Math.max(0, sound.read(samples)));
    }
  }
}
