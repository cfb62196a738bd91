package dev.hark.cli.bench.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording of real speech.
 *
 * @param words what is said in it
 */
public record Recorded(Path file, String words) {
  /** The recordings of a folder, as its manifest tells; none where it has no manifest. */
  public static List<Recorded> in(Path folder) {
    Path manifest = folder.resolve("manifest.tsv");
    if (!Files.isRegularFile(manifest)) {
      return List.of();
    }
    try {
      return Files.readAllLines(manifest).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(columns -> new Recorded(folder.resolve(columns[0]), columns[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String type() {
    return file.toString().endsWith(".flac") ? "audio/flac" : "audio/wav";
  }
}
