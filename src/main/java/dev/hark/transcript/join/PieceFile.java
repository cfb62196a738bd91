package dev.hark.transcript.join;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.transcript.LineFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where pieces lie in their recording: on each line a piece, its start and its end in seconds, with
 * tabs between. A first line that names the columns is passed over.
 */
public final class PieceFile {
  private static final int COLUMNS = 3;
  private static final long SECOND = 1_000;

  /** Longer than any recording; guards the sums. */
  private static final double MOST_SECONDS = 1e8;

  private PieceFile() {}

  /**
   * Where one piece lies.
   *
   * @param startMillis from the begin of the recording
   * @param endMillis after the start
   */
  public record Place(String id, long startMillis, long endMillis) {}

  /**
   * Reads one.
   *
   * @return in the order of their starts
   * @throws Fault.BadFile where it cannot be read, with the line
   */
  public static List<Place> read(Path file) {
    List<Place> places = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    LineFile.read(
        file,
        (number, line) -> {
          String[] values = line.replace("\uFEFF", "").split("\t", -1);
          if (number == 1 && values.length >= COLUMNS && values[1].equals("start")) {
            return;
          }
          Place place = place(file, number, values);
          if (!ids.add(place.id())) {
            throw bad("transcript.twice", file.toString(), number, place.id());
          }
          places.add(place);
        });
    if (places.isEmpty()) {
      throw bad("transcript.empty", file.toString());
    }
    places.sort(Comparator.comparingLong(Place::startMillis).thenComparingLong(Place::endMillis));
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i).endMillis() < places.get(i - 1).endMillis()) {
        throw bad(
            "transcript.piece-within", file.toString(), places.get(i).id(), places.get(i - 1).id());
      }
    }
    return places;
  }

  private static Place place(Path file, int number, String[] values) {
    if (values.length < COLUMNS || values[0].isBlank()) {
      throw bad("transcript.no-times", file.toString(), number);
    }
    long start = millis(file, number, values[1]);
    long end = millis(file, number, values[2]);
    if (end <= start) {
      throw bad("transcript.ends-early", file.toString(), number);
    }
    return new Place(values[0].strip(), start, end);
  }

  private static long millis(Path file, int number, String value) {
    try {
      double seconds = Double.parseDouble(value.strip());
      if (seconds >= 0 && seconds <= MOST_SECONDS) {
        return Math.round(seconds * SECOND);
      }
    } catch (NumberFormatException e) {
      throw new Fault.BadFile(Sentence.of("transcript.no-times", file.toString(), number), e);
    }
    throw bad("transcript.no-times", file.toString(), number);
  }

  private static Fault.BadFile bad(String key, Object... args) {
    return new Fault.BadFile(Sentence.of(key, args), null);
  }
}
