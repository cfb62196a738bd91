package dev.hark.speech.dispatcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.audio.device.VirtualSound;
import dev.hark.fault.Sentence;
import dev.hark.speech.Engines;
import dev.hark.speech.Priority;
import dev.hark.speech.RecordingSpeaker;
import dev.hark.speech.RecordingVoice;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Synthesizer;
import dev.hark.speech.Taken;
import dev.hark.speech.UnspeakableTextException;
import dev.hark.speech.Utterance;
import dev.hark.speech.VoiceProfile;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("SND-17")
class DispatcherTest {
  private static final Locale DUTCH = Locale.of("nl");
  private static final DispatcherSettings OWN = new DispatcherSettings("", DUTCH, 100, 100);
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final RecordingSpeaker ears = new RecordingSpeaker(false);
  private final List<Sentence> news = new CopyOnWriteArrayList<>();
  private SpeechServer server;

  @BeforeEach
  void listen() throws IOException {
    server = new SpeechServer();
  }

  @AfterEach
  void leave() throws IOException {
    server.close();
  }

  private DispatcherSynthesizer engine(DispatcherSettings settings) {
    return new DispatcherSynthesizer(server.environment(), settings);
  }

  private SpeechQueue queue(Synthesizer... engines) {
    return new SpeechQueue(List.of(engines), 170, Duration.ofSeconds(5), ears, news::add);
  }

  private static Utterance text(String words, Priority priority) {
    return new Utterance(words, DUTCH, priority);
  }

  @Test
  void thePersonsOwnVoiceSpeaksAndIsWaitedFor() {
    try (SpeechQueue queue = queue(engine(OWN))) {
      queue.say(text("Verstuurd.\n.Volgende taak.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("Verstuurd.\n.Volgende taak."), server.heard());
    assertEquals(List.of("LANGUAGE nl", "RATE 0"), server.commands());
    assertEquals(List.of("Verstuurd.\n.Volgende taak."), ears.heard());
    assertEquals(List.of(), news);
  }

  @Test
  void anAnswerStopsTheAnswerBeforeThoughTheSoundIsElsewhere() {
    try (SpeechQueue queue = queue(engine(OWN))) {
      queue.say(text("een heel lang antwoord ".repeat(40), Priority.ANSWER));
      ears.awaitBegun("een heel lang");
      queue.say(text("Kort.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("Kort."), server.heard());
    assertTrue(server.commands().contains("CANCEL SELF"));
    assertTrue(ears.heard().getFirst().endsWith("(cut)"));
  }

  @Test
  void whatThePersonSetIsSetAndNoMore() {
    DispatcherSettings settings = new DispatcherSettings("Xander", DUTCH, 120, 50);
    try (DispatcherSynthesizer engine = engine(settings)) {
      engine.speak("Verstuurd.", DUTCH, 450, new Taken());
      assertEquals(
          List.of("LANGUAGE nl", "SYNTHESIS_VOICE Xander", "RATE 100", "PITCH 20", "VOLUME 0"),
          server.commands());
      engine.speak("Sent.", Locale.UK, 80, new Taken());
      assertEquals("LANGUAGE en-GB", server.commands().get(5));
      assertEquals("RATE -100", server.commands().get(6));
      assertEquals(Optional.empty(), engine.complaint());
    }
    assertEquals(0, DispatcherSettings.rate(170));
    assertEquals(50, DispatcherSettings.rate(310));
  }

  @Test
  void languagesAreThoseOfTheServersVoices() {
    try (DispatcherSynthesizer engine = engine(OWN)) {
      assertTrue(engine.speaks(DUTCH) && engine.speaks(Locale.US));
      assertFalse(engine.speaks(Locale.of("hi")));
    }
    assertTrue(
        Engines.find(server.environment()).stream()
            .anyMatch(
                found ->
                    found.name().equals("speech-dispatcher")
                        && found.languages().equals(List.of("en", "nl"))));
  }

  @Test
  @Requirement("SND-22")
  void anUnknownVoiceIsTold() {
    DispatcherSettings settings = new DispatcherSettings("Nobody", DUTCH, 100, 100);
    try (SpeechQueue queue = queue(engine(settings))) {
      queue.say(text("Verstuurd.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of(Sentence.of("speech.unknown-voice", "Nobody", "speech-dispatcher")), news);
    assertEquals(List.of("Verstuurd."), server.heard());
  }

  @Test
  void aTextThatIsOverAtOnceWasNotSaid() {
    server.mood(SpeechServer.Mood.MUTE);
    try (DispatcherSynthesizer engine = engine(OWN)) {
      assertThrows(
          UnspeakableTextException.class,
          () -> engine.speak("Vier woorden of meer.", DUTCH, 170, new Taken()));
    }
  }

  @Test
  @Requirement("SND-5")
  void whereTheServerDiesTheNextEngineGoesOn() {
    server.mood(SpeechServer.Mood.DYING);
    RecordingVoice next = new RecordingVoice("next", "nl");
    try (SpeechQueue queue = queue(engine(OWN), next)) {
      queue.say(text("Een.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("Een."), next.asked());
    assertEquals(List.of(Sentence.of("speech.engine-failed", "speech-dispatcher", "next")), news);
  }

  @Test
  @Requirement("SND-5")
  void whereTheServerIsStuckTheNextEngineGoesOn() {
    server.mood(SpeechServer.Mood.STUCK);
    RecordingVoice next = new RecordingVoice("next", "nl");
    try (SpeechQueue queue =
        new SpeechQueue(List.of(engine(OWN), next), 170, Duration.ofMillis(700), ears, news::add)) {
      queue.say(text("Een.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("Een."), next.asked());
  }

  @Test
  @Requirement("SND-5")
  void whereNobodyListensTheNextEngineSpeaksAtOnce() throws IOException {
    server.close();
    RecordingVoice next = new RecordingVoice("next", "nl");
    try (SpeechQueue queue = queue(engine(OWN), next)) {
      queue.say(text("Een.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
    }
    assertEquals(List.of("Een."), next.asked());
  }

  @Test
  @Requirement("SND-39")
  void oneThatDiedAndLeftItsSocketIsStartedAgainAndThatItDoesNotAnswerIsTold(@TempDir Path folder)
      throws Exception {
    Path socket =
        Files.createDirectories(folder.resolve("speech-dispatcher")).resolve("speechd.sock");
    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket))
        .close();
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Path program = programs.resolve("speech-dispatcher");
    Files.writeString(program, "#!/bin/sh\necho \"$@\" > " + folder + "/started\n");
    assumeTrue(program.toFile().setExecutable(true), "scripts cannot be run on this machine");
    Map<String, String> environment =
        Map.of("XDG_RUNTIME_DIR", folder.toString(), "PATH", programs.toString());
    try (DispatcherSynthesizer engine = new DispatcherSynthesizer(environment, OWN)) {
      assertFalse(engine.speaks(DUTCH));
      assertEquals("--spawn", Files.readString(folder.resolve("started")).strip());
      Sentence mute = Sentence.of("speech.engine-mute", "speech-dispatcher");
      assertEquals(Optional.of(mute), engine.absence());
    }
    try (DispatcherSynthesizer engine = engine(OWN)) {
      assertEquals(Optional.empty(), engine.absence());
    }
  }

  @Test
  @Requirement("SND-40")
  void oneThatHasNoVoiceYetSpeaksOnceItHas() {
    server.mood(SpeechServer.Mood.LOADING);
    Map<String, String> here = server.environment();
    try (SpeechQueue queue = queue(new DispatcherSynthesizer(here, OWN, Duration.ofMillis(1)))) {
      queue.say(text("Eerste taak.", Priority.ANSWER));
      assertTrue(queue.awaitSilence(BOUND));
      assertEquals(List.of(), server.heard());
      server.mood(SpeechServer.Mood.WELL);
      VirtualSound.await(
          "its voice",
          () -> {
            queue.say(text("Volgende taak.", Priority.ANSWER));
            return queue.awaitSilence(BOUND) && !server.heard().isEmpty();
          });
    }
  }

  @Test
  void aProfileMayChooseItWhereSoundIsHeard() {
    VoiceProfile profile =
        new VoiceProfile("a", "A.", "speech-dispatcher", "", DUTCH, 180, 100, 100);
    Map<String, String> here = server.environment();
    assertEquals("speech-dispatcher", Engines.forProfile(profile, here).getFirst().name());
    assertEquals(
        Optional.of(Sentence.of("speech.no-files", "speech-dispatcher")),
        Engines.forProfile(profile, here, false).getFirst().absence());
  }

  @Test
  void theAddressIsTheOneThatClientsOfTheServerShare() {
    assertEquals("/run/u/speech-dispatcher/speechd.sock", address("", "/run/u"));
    assertEquals("/a/b:c", address("unix_socket:/a/b:c", "/run/u"));
    assertEquals("localhost/127.0.0.1:6560", address("inet_socket", "/run/u"));
    assertEquals("/10.0.0.1:6561", address("inet_socket:10.0.0.1:6561", "/run/u"));
    assertTrue(SsipAddress.of(Map.of()).isEmpty());
  }

  private static String address(String variable, String runtime) {
    return SsipAddress.of(Map.of(SsipAddress.VARIABLE, variable, "XDG_RUNTIME_DIR", runtime))
        .orElseThrow()
        .toString();
  }
}
