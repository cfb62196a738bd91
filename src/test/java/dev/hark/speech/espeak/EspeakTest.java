package dev.hark.speech.espeak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.fault.Sentence;
import dev.hark.speech.Engines;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.UnspeakableTextException;
import dev.hark.speech.VoiceProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("SND-12")
class EspeakTest {
  private static final Locale DUTCH = Locale.of("nl");

  @TempDir Path folder;

  private static Path installed() {
    Optional<Path> program = EspeakSynthesizer.find(System.getenv().getOrDefault("PATH", ""));
    assumeTrue(program.isPresent(), "espeak-ng is not installed on this machine");
    return program.get();
  }

  /** A program of our own in its place, so that its behaviour is known. */
  private Path program(String script) throws Exception {
    Path program = folder.resolve("espeak-ng");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assumeTrue(program.toFile().setExecutable(true), "scripts cannot be run on this machine");
    return program;
  }

  private static long[] spoken(Synthesizer engine, String text, Locale language) {
    long[] count = new long[2];
    engine.speak(
        text,
        language,
        180,
        (samples, length, rate) -> {
          count[0] += length;
          count[1] = rate;
          return true;
        });
    return count;
  }

  @Test
  void dutchIsSpokenWhereEspeakIsInstalled() {
    try (EspeakSynthesizer engine = new EspeakSynthesizer(installed(), EspeakVoice.ANY, 100)) {
      assertTrue(engine.speaks(DUTCH) && engine.speaks(Locale.UK));
      assertFalse(engine.speaks(Locale.of("xx")));
      long[] count = spoken(engine, "Verstuurd. 18 cent volgt.", DUTCH);
      assertTrue(count[0] > count[1], "a second or more");
    }
  }

  @Test
  void itStopsWhenNoMoreIsWanted() {
    try (EspeakSynthesizer engine = new EspeakSynthesizer(installed(), EspeakVoice.ANY, 100)) {
      int[] calls = {0};
      engine.speak("een heel lange zin ".repeat(200), DUTCH, 180, (s, l, r) -> ++calls[0] < 3);
      assertEquals(3, calls[0]);
    }
  }

  @Test
  void aProgramThatMakesNoSoundOrIsGoneIsAFailure() throws Exception {
    Path silent = program("cat > /dev/null; echo '5  nl  --/M  Dutch  gmw/nl'");
    try (EspeakSynthesizer engine = new EspeakSynthesizer(silent, EspeakVoice.ANY, 100)) {
      assertTrue(engine.speaks(DUTCH));
      assertThrows(UnspeakableTextException.class, () -> spoken(engine, "Verstuurd", DUTCH));
      Files.delete(silent);
      assertThrows(IllegalStateException.class, () -> spoken(engine, "Verstuurd", DUTCH));
    }
  }

  /** Says a tenth of a second of any text; notes each of its starts. */
  private Path noting() throws Exception {
    short[] tone = new short[2_205];
    Arrays.fill(tone, (short) 1_000);
    Wav.write(folder.resolve("tone.wav"), new Clip(tone, 22_050));
    return program(
        "echo \"$$ $*\" >> " + folder + "/starts; cat > /dev/null; cat " + folder + "/tone.wav");
  }

  private List<String> awaitStarts(int count) throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    Path file = folder.resolve("starts");
    while (!Files.exists(file) || Files.readAllLines(file).size() < count) {
      assertTrue(System.nanoTime() - end < 0, "not started");
      LockSupport.parkNanos(2_000_000);
    }
    return Files.readAllLines(file);
  }

  private ProcessHandle awaitStart(int number) throws Exception {
    String pid = awaitStarts(number).get(number - 1).split(" ", -1)[0];
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Test
  @Requirement("SND-28")
  void theNextUtteranceIsSaidByAProcessThatWasReadyBefore() throws Exception {
    ProcessHandle waiting;
    try (EspeakSynthesizer engine = new EspeakSynthesizer(noting(), EspeakVoice.ANY, 100)) {
      assertEquals(2_205, spoken(engine, "one", DUTCH)[0]);
      ProcessHandle ready = awaitStart(2);
      assertEquals(2_205, spoken(engine, "two", DUTCH)[0]);
      assertTrue(ready.onExit().get(20, TimeUnit.SECONDS) != null, "it said two, and ended");
      assertEquals(3, awaitStarts(3).size(), "one more waits, and no other was started");

      ProcessHandle unwanted = awaitStart(3);
      assertEquals(2_205, spoken(engine, "three", Locale.ENGLISH)[0]);
      unwanted.onExit().get(20, TimeUnit.SECONDS);
      List<String> starts = awaitStarts(5);
      assertTrue(starts.get(3).contains("-v en"), starts.toString());

      ProcessHandle killed = awaitStart(5);
      killed.destroyForcibly();
      killed.onExit().get(20, TimeUnit.SECONDS);
      assertEquals(2_205, spoken(engine, "four", Locale.ENGLISH)[0], "by a new one");
      waiting = awaitStart(7);
    }
    assertTrue(waiting.onExit().get(20, TimeUnit.SECONDS) != null, "none is left");
  }

  @Test
  void aProgramThatHangsWhenAskedForItsLanguagesSpeaksNone() throws Exception {
    try (EspeakSynthesizer engine =
        new EspeakSynthesizer(program("exec sleep 60"), EspeakVoice.ANY, 100)) {
      assertEquals(List.of(), engine.languages());
    }
  }

  @Test
  @Requirement({"SND-5", "SND-39"})
  void whatAWrapperOfTheProgramLeavesRunningIsNotWaitedFor() throws Exception {
    try (EspeakSynthesizer engine =
        new EspeakSynthesizer(program("sleep 60; exit 0"), EspeakVoice.ANY, 100)) {
      long begin = System.nanoTime();
      assertEquals(List.of(), engine.languages());
      assertTrue(System.nanoTime() - begin < 20_000_000_000L, "waited for");
      assertEquals(Optional.of(Sentence.of("speech.engine-mute", "espeak-ng")), engine.absence());
    }
  }

  @Test
  @Requirement("SND-5")
  void aProgramThatDiesHalfWayOrGivesNoSoundFails() throws Exception {
    noting();
    Path dying = program("cat > /dev/null; cat " + folder + "/tone.wav; exit 139");
    try (EspeakSynthesizer engine = new EspeakSynthesizer(dying, EspeakVoice.ANY, 100)) {
      assertThrows(IllegalStateException.class, () -> spoken(engine, "Verstuurd", DUTCH));
      program("cat > /dev/null; head -c 5000 /dev/zero | tr '\\0' x");
      assertThrows(IllegalStateException.class, () -> spoken(engine, "Verstuurd", DUTCH));
    }
  }

  @Test
  @Requirement("SND-13")
  void theEnginesOfThisMachineAreNamed() throws Exception {
    Path program = program("echo '5  nl  --/M  Dutch  gmw/nl'; echo '2  en-gb  --/M  x  gmw/en'");
    assertEquals(
        List.of(
            new Engines.Found("freetts", "embedded", List.of("kevin16", "kevin"), List.of("en")),
            new Engines.Found("espeak-ng", program.toString(), List.of(), List.of("en", "nl"))),
        Engines.find(Map.of("PATH", "/nowhere:" + folder, "HARK_ESPEAK_LIBRARY", "none")));
    assertEquals(1, Engines.find(Map.of("HARK_ESPEAK_LIBRARY", "none")).size());
  }

  @Test
  void theProfileChoosesWhichEngineGoesFirst() throws Exception {
    Path program = program("echo '5  nl  --/M  Dutch  gmw/nl'");
    Map<String, String> environment =
        Map.of("PATH", String.valueOf(program.getParent()), "HARK_ESPEAK_LIBRARY", "none");
    assertEquals(List.of("freetts", "espeak-ng"), names(profile("freetts"), environment));
    assertEquals(List.of("espeak-ng", "freetts"), names(profile("espeak-ng"), environment));
    Map<String, String> nothing = Map.of("HARK_ESPEAK_LIBRARY", "none");
    assertEquals(List.of("espeak-ng", "freetts"), names(profile("espeak-ng"), nothing));
    assertEquals(
        Optional.of(Sentence.of("speech.no-engine", "espeak-ng")),
        Engines.forProfile(profile("espeak-ng"), nothing).getFirst().absence());
    assertEquals(List.of("silent"), names(profile("silent"), environment));
  }

  private static VoiceProfile profile(String engine) {
    return new VoiceProfile("a", "A.", engine, "", Locale.ENGLISH, 180, 100, 100);
  }

  private static List<String> names(VoiceProfile profile, Map<String, String> environment) {
    return Engines.forProfile(profile, environment).stream().map(Synthesizer::name).toList();
  }
}
