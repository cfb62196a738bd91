package dev.hark.audio.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.audio.decode.SoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutterTest {
  private static final double[] PAUSES = {0.25, 1.5};
  private static final double[] PHRASES = {0.4, 5};

  @TempDir Path folder;

  @Test
  @Requirement("AUD-13")
  void nothingThatIsSaidIsLostAndNoPieceIsTooLong() {
    Random random = new Random(20261127);
    for (int round = 0; round < 12; round++) {
      double noise = Math.pow(10, 3 * random.nextDouble() - 1);
      double longest = round % 4 == 0 ? 20 : 5;
      Talk talk =
          Talk.random(
              random,
              60,
              noise,
              new double[] {0.25, round % 3 == 0 ? 9 : 1.5},
              new double[] {0.4, longest});
      CutRules rules =
          round % 2 == 0 ? CutRules.USUAL : rules(2 + random.nextInt(4), 6 + random.nextInt(20));
      List<Span> pieces = Cutter.cut(talk.levels(4096), rules);
      assertPieces(talk, pieces, rules);
      assertEquals(pieces, Cutter.cut(talk.levels(777), rules), "cut alike, however it is read");
    }
  }

  private static CutRules rules(int least, int most) {
    int longest = Math.max(most, (least * 3 + 1) / 2);
    return new CutRules(
        Duration.ofSeconds(least), Duration.ofSeconds(longest), CutRules.USUAL.overlap());
  }

  private static void assertPieces(Talk talk, List<Span> pieces, CutRules rules) {
    long start = -1;
    long end = -1;
    for (Span piece : pieces) {
      assertTrue(piece.start() > start && piece.end() > end, "in order");
      assertTrue(piece.length().compareTo(rules.most()) <= 0, () -> "too long: " + piece);
      assertTrue(end - piece.start() <= rules.overlap().toMillis(), "a small overlap");
      start = piece.start();
      end = piece.end();
    }
    assertTrue(end <= talk.samples().length / 16 + 10);
    for (int[] phrase : talk.phrases()) {
      long covered = phrase[0] / 16;
      for (Span piece : pieces) {
        if (piece.start() <= covered) {
          covered = Math.max(covered, piece.end());
        }
      }
      assertTrue(covered >= phrase[1] / 16, () -> "lost of " + Arrays.toString(phrase));
    }
  }

  @Test
  @Requirement("AUD-13")
  void piecesEndAtPausesAndAreFourToEightSeconds() {
    Talk talk = Talk.random(new Random(7), 600, 30, new double[] {0.3, 0.9}, new double[] {0.8, 3});
    List<Span> pieces = Cutter.cut(talk.levels(4096), CutRules.USUAL);
    long usual =
        pieces.stream()
            .filter(piece -> piece.length().compareTo(Duration.ofSeconds(4)) >= 0)
            .count();
    assertTrue(usual >= 0.95 * pieces.size(), () -> usual + " of " + pieces.size());
    for (int i = 1; i < pieces.size(); i++) {
      assertTrue(pieces.get(i).start() >= pieces.get(i - 1).end(), "no cut within speech");
    }
  }

  @Test
  @Requirement("AUD-14")
  void silenceAndNoiseAloneAreNoPieceAndLongPausesAreLeftOut() {
    Random random = new Random(1);
    for (double noise : new double[] {0, 1, 100, 3000}) {
      Talk nobody = Talk.random(random, 60, noise, new double[] {90, 90}, PHRASES);
      assertEquals(List.of(), Cutter.cut(nobody.levels(4096), CutRules.USUAL), "noise " + noise);
    }
    Talk sparse = Talk.random(random, 300, 20, new double[] {12, 20}, new double[] {2, 6});
    List<Span> pieces = Cutter.cut(sparse.levels(4096), CutRules.USUAL);
    assertEquals(sparse.phrases().size(), pieces.size());
    assertPieces(sparse, pieces, CutRules.USUAL);
    long posted = pieces.stream().mapToLong(piece -> piece.end() - piece.start()).sum();
    long spoken = sparse.phrases().stream().mapToLong(one -> (one[1] - one[0]) / 16).sum();
    assertTrue(posted < spoken + 800L * pieces.size(), () -> posted + " for " + spoken);
  }

  @Test
  @Requirement("AUD-13")
  void whoNeverPausesIsCutWithAnOverlap() {
    Talk talk = Talk.random(new Random(3), 62, 20, new double[] {1, 1}, new double[] {60, 60});
    List<Span> pieces = Cutter.cut(talk.levels(4096), CutRules.USUAL);
    assertPieces(talk, pieces, CutRules.USUAL);
    for (int i = 1; i < pieces.size(); i++) {
      assertEquals(400, pieces.get(i - 1).end() - pieces.get(i).start());
    }
    assertTrue(pieces.size() <= 10, () -> pieces.size() + " pieces");
  }

  @Test
  @Requirement("AUD-13")
  void theSoundOfEachPieceIsThatOfTheRecording() {
    Talk talk = Talk.random(new Random(5), 70, 20, PAUSES, new double[] {1, 15});
    Path file = folder.resolve("talk.wav");
    Wav.write(file, new Clip(talk.samples(), Talk.RATE));
    List<Span> pieces = Cutter.cut(talk.levels(4096), CutRules.USUAL);
    List<Clip> clips = new ArrayList<>();
    try (SoundFile sound = SoundFile.open(file, SoundFile.Mix.ALL)) {
      PieceReader.read(sound, pieces, clips::add);
    }
    assertEquals(pieces.size(), clips.size());
    for (int i = 0; i < pieces.size(); i++) {
      int from = (int) pieces.get(i).start() * 16;
      int to = Math.min(talk.samples().length, (int) pieces.get(i).end() * 16);
      assertTrue(
          Arrays.equals(Arrays.copyOfRange(talk.samples(), from, to), clips.get(i).samples()));
    }
  }

  @Test
  @Requirement("AUD-13")
  void tenRealClipsAreCutAtTheirPauses() {
    Assumptions.assumeTrue(JoinedSpeech.isHere(), "the recordings are not here");
    Path file = folder.resolve("joined.wav");
    JoinedSpeech joined = JoinedSpeech.write(file, Duration.ofMillis(1500));
    assertTrue(Files.exists(file));
    Levels levels = new Levels(Talk.RATE);
    try (SoundFile sound = SoundFile.open(file, SoundFile.Mix.ALL)) {
      short[] part = new short[Talk.RATE];
      for (int length = sound.read(part); length >= 0; length = sound.read(part)) {
        levels.add(part, length);
      }
    }
    List<Span> pieces = Cutter.cut(levels, CutRules.USUAL);
    for (Span piece : pieces) {
      assertTrue(piece.length().compareTo(Duration.ofSeconds(8)) <= 0);
      long clips =
          joined.clips().stream()
              .filter(clip -> piece.start() < clip.end() - 300 && piece.end() > clip.start() + 300)
              .count();
      assertTrue(clips >= 1, () -> "silence only: " + piece);
    }
    long overlaps = 0;
    for (int i = 1; i < pieces.size(); i++) {
      overlaps += pieces.get(i).start() < pieces.get(i - 1).end() ? 1 : 0;
    }
    assertTrue(overlaps <= 2, overlaps + " cuts in speech among " + pieces);
  }

  @Test
  @Requirement("AUD-13")
  void whatIsLoudInRealSpeechIsKeptUnderNoise() {
    Assumptions.assumeTrue(JoinedSpeech.isHere(), "the recordings are not here");
    Path file = folder.resolve("joined.wav");
    JoinedSpeech.write(file, Duration.ofSeconds(2));
    short[] clean = Wav.read(file).samples();
    Random random = new Random(8);
    short[] noisy = new short[clean.length];
    for (int i = 0; i < clean.length; i++) {
      noisy[i] = (short) Math.clamp(clean[i] + 200 * random.nextGaussian(), -32_768, 32_767);
    }
    List<Span> pieces = Cutter.cut(new Talk(noisy, List.of()).levels(4096), CutRules.USUAL);
    int lost = 0;
    for (int frame = 0; frame < clean.length / 160; frame++) {
      double power = 0;
      for (int i = frame * 160; i < (frame + 1) * 160; i++) {
        power += (double) clean[i] * clean[i];
      }
      long at = frame * 10L;
      boolean loud = Math.sqrt(power / 160) > 400;
      if (loud && pieces.stream().noneMatch(one -> one.start() <= at && at < one.end())) {
        lost++;
      }
    }
    assertTrue(lost <= 5, lost + " frames of speech are in no piece");
  }
}
