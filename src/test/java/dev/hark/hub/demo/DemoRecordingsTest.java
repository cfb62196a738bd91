package dev.hark.hub.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.task.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoRecordingsTest {
  private static final Path LENGTHS =
      Path.of(
          System.getProperty("hark.root", "."), "src/main/resources/dev/hark/hub/demo/lengths.txt");
  private static final Pattern SOURCE =
      Pattern.compile("Written for Hark: .+|.+, traditional|.+, (published )?1[78]\\d\\d");

  private final DemoMedia media = new DemoMedia();

  @Test
  @Requirement("DEM-5")
  void everyRecordingDecodesSoundsAndIsAsLongAsStated() throws IOException {
    Map<String, Long> measured = new TreeMap<>();
    for (GroupPlan group : GroupPlan.load()) {
      for (Recording recording : Tasks.recordings(group)) {
        Clip clip = sound(recording.id(group.requester()));
        assertTrue(loudest(clip) > 2_000, () -> recording + " is silent");
        measured.put(recording.key(), clip.length().toMillis());
      }
    }
    if (System.getenv("HARK_MEASURE_DEMO") != null) {
      Files.write(
          LENGTHS,
          measured.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
    }
    Map<String, Long> stated = ClipLengths.load().millis();
    assertEquals(measured.keySet(), new TreeMap<>(stated).keySet());
    measured.forEach((key, millis) -> assertEquals(millis, stated.getOrDefault(key, 0L), 50, key));
  }

  @Test
  @Requirement("DEM-5")
  void theSameRecordingIsTheSameSoundWhoeverMakesIt() {
    String id = "rec_radio-archive_crackle_sea-01";
    assertArrayEquals(media.make(id).orElseThrow(), new DemoMedia().make(id).orElseThrow());
  }

  @Test
  @Requirement("DEM-5")
  void voicesDifferInPaceBandAndNoise() {
    Clip patient = sound("rec_x_patient_prov-01");
    Clip hurried = sound("rec_x_hurried_prov-01");
    assertTrue(patient.length().toMillis() > 1.5 * hurried.length().toMillis());
    assertEquals(8_000, sound("rec_x_telephone_prov-01").rate());
    assertEquals(16_000, patient.rate());
    assertTrue(quietest(sound("rec_x_crackle_prov-01")) > 3 * quietest(patient) + 50);
    assertTrue(pitch(sound("rec_x_high_prov-01")) > 1.2 * pitch(sound("rec_x_low_prov-01")));
  }

  @Test
  @Requirement("DEM-6")
  void everySentenceHasASourceInThePublicDomainOrOurOwn() {
    Sentences sentences = Sentences.load();
    assertTrue(sentences.ids().size() >= 80);
    sentences
        .byId()
        .forEach(
            (id, spoken) -> {
              assertTrue(SOURCE.matcher(spoken.source()).matches(), () -> id + spoken.source());
              assertTrue(spoken.text().matches("[A-Z][A-Za-z ,;'.?!-]+[.?!]"), spoken.text());
            });
  }

  @Test
  @Requirement("DEM-6")
  void everySentenceIsSpokenSomewhere() {
    List<String> spoken =
        GroupPlan.load().stream()
            .flatMap(group -> Tasks.recordings(group).stream())
            .flatMap(recording -> recording.sentences().stream())
            .toList();
    List<String> unused =
        Sentences.load().ids().stream().filter(id -> !spoken.contains(id)).toList();
    assertEquals(List.of(), unused);
  }

  @Test
  @Requirement("DEM-5")
  void anIdOfNothingMakesNothing() {
    for (String id :
        List.of(
            "", "x", "rec_", "rec_a_b", "rec_a_nobody_prov-01", "rec_a_low_nothing", "pic_x_0")) {
      assertTrue(media.make(id).isEmpty(), id);
    }
  }

  @Test
  @Requirement("DEM-3")
  void transcriptionLeadsTheMarket() {
    List<GroupPlan> transcription =
        GroupPlan.load().stream().filter(group -> group.kind() == TaskKind.TRANSCRIBE).toList();
    assertEquals(14, transcription.size());
    for (GroupPlan group : transcription) {
      assertTrue(Tasks.recordings(group).size() >= 8, group.id());
      assertFalse(group.needs().isEmpty());
    }
  }

  private Clip sound(String id) {
    return Wav.decode(media.make(id).orElseThrow(() -> new AssertionError(id)), id);
  }

  private static int loudest(Clip clip) {
    return IntStream.range(0, clip.samples().length)
        .map(i -> Math.abs(clip.samples()[i]))
        .max()
        .orElse(0);
  }

  /** Mean size of the samples in the quietest tenth of a second. */
  private static double quietest(Clip clip) {
    int window = clip.rate() / 10;
    return IntStream.range(0, clip.samples().length / window)
        .mapToDouble(
            at ->
                IntStream.range(at * window, (at + 1) * window)
                    .map(i -> Math.abs(clip.samples()[i]))
                    .average()
                    .orElse(0))
        .min()
        .orElse(0);
  }

  /** Hertz, by the lag at which the sound is most like itself. */
  private static double pitch(Clip clip) {
    int from = clip.samples().length / 4;
    int window = clip.samples().length / 2;
    int best = 0;
    double most = 0;
    for (int lag = clip.rate() / 250; lag < clip.rate() / 60; lag++) {
      double sum = 0;
      for (int i = from; i < from + window - lag; i++) {
        sum += (double) clip.samples()[i] * clip.samples()[i + lag];
      }
      if (sum > most) {
        most = sum;
        best = lag;
      }
    }
    return (double) clip.rate() / best;
  }
}
