package dev.hark.speech.listen.pocketsphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.cli.bench.voice.Speech;
import dev.hark.fault.Fault;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PocketSphinxTest {
  @TempDir private Path folder;

  @Test
  @Requirement("VOI-10")
  void speechBecomesWordsAndEachSaysHowSureItIs() {
    Optional<Path> program = PocketSphinx.find(System.getenv().getOrDefault("PATH", ""));
    assumeTrue(program.isPresent(), "pocketsphinx is not installed");
    List<Hypothesis> partial = new CopyOnWriteArrayList<>();
    Hypothesis heard;
    try (FreeTtsSynthesizer voice = new FreeTtsSynthesizer();
        PocketSphinx engine = new PocketSphinx(program.get(), Duration.ofSeconds(60))) {
      Recognizer.Hearing hearing = engine.begin(partial::add);
      for (String sentence : List.of("go to the market", "and come back in the morning")) {
        Speech speech = Speech.of(voice, Locale.ENGLISH, sentence).inRoom(8000, 12000, 1);
        hearing.hear(speech.samples(), speech.samples().length);
      }
      heard = hearing.end();
    }
    assertTrue(heard.text().contains("market"), heard.text());
    assertTrue(heard.text().contains("morning"), heard.text());
    assertTrue(heard.words().stream().anyMatch(word -> word.confidence() > 0.9), heard.toString());
    assertFalse(partial.isEmpty(), "nothing was told on the way");
    assertTrue(heard.text().startsWith(partial.getFirst().text()), partial.toString());
  }

  @Test
  @Requirement("VOI-13")
  void anEngineThatDiesOrHangsIsAFaultWithASentence() throws IOException {
    for (String script : List.of("exit 1", "cat > /dev/null; exit 2", "sleep 60")) {
      PocketSphinx engine = new PocketSphinx(program(script), Duration.ofMillis(400));
      Recognizer.Hearing hearing = engine.begin(_ -> {});
      hearing.hear(new short[Recognizer.RATE], Recognizer.RATE);
      Fault.BadFile fault = assertThrows(Fault.BadFile.class, hearing::end, script);
      assertEquals("listen.engine-failed", fault.sentence().key());
    }
    PocketSphinx missing = new PocketSphinx(folder.resolve("missing"), Duration.ofSeconds(1));
    assertThrows(Fault.BadFile.class, () -> missing.begin(_ -> {}));
  }

  @Test
  @Requirement("VOI-13")
  void whatNoRecognizerWritesIsLeftOut() throws IOException {
    String script =
        """
        cat > /dev/null
        echo 'half a word'
        echo '<s> 0.1 0.2 0.9'
        echo 'half(2) 0.1 0.2 1.7'
        echo '[NOISE] 0.1 0.2 0.3'
        echo 'a 0.1 0.2 NaN'
        echo 'word 0.1'
        echo 'word 0.3 0.4 0.25'
        """;
    Recognizer.Hearing hearing =
        new PocketSphinx(program(script), Duration.ofSeconds(20)).begin(_ -> {});
    assertEquals(
        List.of(new Hypothesis.Word("half", 1), new Hypothesis.Word("word", 0.25)),
        hearing.end().words());
  }

  @Test
  @Requirement("VOI-44")
  void whatIsKnownOfAVoiceIsUsedForTheNextPieceAndOnceMoreForOneThatWasMisheard()
      throws IOException {
    Files.writeString(folder.resolve("feat.params"), "-lowerf 130\n-cmninit 41,-5\n");
    String script =
        """
        cat > /dev/null
        echo '-hmm\t\t%s' >&2
        known=no
        for word in "$@"; do
          case $word in *.params) known=yes; cat $word > %s/given;; esac
        done
        if [ $known = yes ]; then
          echo 'INFO: cmn_live.c(88): Update from < 60.00 7.00 >' >&2
          echo 'INFO: cmn_live.c(105): Update to   < 61.00 8.00 >' >&2
          echo 'well 0.1 0.2 0.9'
        else
          echo 'INFO: cmn_live.c(88): Update from < 41.00 -5.00 >' >&2
          echo 'INFO: cmn_live.c(105): Update to   < 60.00 7.00 >' >&2
          echo 'misheard 0.1 0.2 0.3'
        fi
        """
            .formatted(folder, folder);
    try (PocketSphinx engine = new PocketSphinx(program(script), Duration.ofSeconds(20))) {
      assertEquals("well", heard(engine));
      assertEquals(
          List.of("-lowerf 130", "-cmninit 60.00,7.00"),
          Files.readAllLines(folder.resolve("given")));
      assertEquals("well", heard(engine));
      assertEquals("well", heard(engine));
      assertEquals(
          List.of("-lowerf 130", "-cmninit 61.00,8.00"),
          Files.readAllLines(folder.resolve("given")));
    }
  }

  private static String heard(PocketSphinx engine) {
    Recognizer.Hearing hearing = engine.begin(_ -> {});
    hearing.hear(new short[Recognizer.RATE], Recognizer.RATE);
    return hearing.end().text();
  }

  private Path program(String script) throws IOException {
    Path program = folder.resolve("program" + Integer.toHexString(script.hashCode()));
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }
}
