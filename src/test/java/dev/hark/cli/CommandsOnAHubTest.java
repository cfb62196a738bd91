package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.journal.Tokens;
import dev.hark.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and scripted sessions against a real hub with the demonstration market. */
final class CommandsOnAHubTest extends OneHub {
  private HarkRun hark() {
    return new HarkRun(home);
  }

  private HarkRun.Outcome session(String... lines) {
    return hark().typing(lines).run("--no-speak", "--sees", "no", "--hub", hub.address());
  }

  @Test
  @Requirement({"FRO-2", "CMD-9"})
  void aScriptAcceptsAnAudioTaskTypesItSubmitsAndSeesTheMoney() {
    HarkRun.Outcome worked =
        session("a", "wait", "t", "the old lighthouse keeper", "r", "w", "s", "y", "e", "q");
    assertEquals(0, worked.code(), worked.err());
    inOrder(
        worked.out(),
        "tasks fit you",
        "Transcribe",
        "Accepted.",
        "Playing.",
        "Type; Enter ends.",
        "4 words",
        "the . old . lighthouse . keeper",
        "Submit 4 words for",
        "Sent.",
        "pending",
        "Next: ",
        "Today ",
        "Goodbye.");
    String earned = hark().run("earnings", "--hub", hub.address()).out();
    assertTrue(earned.contains("pending"), earned);
    HarkRun.Outcome json = hark().run("earnings", "--json", "--hub", hub.address());
    assertTrue(json.out().startsWith("{\"currencies\":[{\"currency\":\"EUR\""), json.out());
  }

  @Test
  @Requirement("FRO-3")
  void theEndOfTheInputQuitsPolitelyAndKeepsTheDraft() {
    HarkRun.Outcome left = session("n", "a", "t", "half an answer");
    assertEquals(0, left.code());
    assertTrue(left.out().contains("Goodbye."), left.out());
    HarkRun.Outcome drafts = hark().run("drafts", "--hub", hub.address());
    assertTrue(drafts.out().strip().endsWith(": half an answer"), drafts.out());
    HarkRun.Outcome on = session("/erase", "/read", "t", "/erase", "another", "x", "y", "q");
    inOrder(on.out(), "You hold a task", "Erased.", "1 word", "Given back.");
  }

  @Test
  @Requirement("FRO-3")
  void anUnknownWordNamesTheNearest() {
    HarkRun.Outcome said = session("acept", "xyzzyx", "", "q");
    inOrder(said.out(), "acept is no word here. Did you mean accept?", "xyzzyx is no word here.");
  }

  @Test
  @Requirement({"FRO-2", "CMD-2"})
  void aSessionInDutchTakesDutchWords() {
    HarkRun.Outcome said =
        hark()
            .typing("volgende", "uitleg", "stop")
            .run("--lang", "nl", "--no-speak", "--sees", "no", "--hub", hub.address());
    assertEquals(0, said.code(), said.err());
    inOrder(said.out(), "niets hier is echt geld", "volgende taak", "Eindigt de sessie");
  }

  @Test
  @Requirement("FRO-6")
  void theFirstStartAsksAndRemembers(@TempDir Path fresh) throws IOException {
    HarkRun.Outcome first = new HarkRun(fresh).typing("n", "r", "q").run("--hub", hub.address());
    assertEquals(0, first.code(), first.err());
    inOrder(
        first.out(), "Can you see the screen?", "done by ear", "does a screen reader", "fit you");
    String settings = Files.readString(fresh.resolve(".config/hark/settings"));
    assertEquals("sees = no\nspeech = reader\n", settings.replace("\r", ""));
    HarkRun.Outcome second = new HarkRun(fresh).typing("q").run("--hub", hub.address());
    assertFalse(second.out().contains("Can you see"), second.out());
  }

  @Test
  @Requirement("FRO-7")
  void selfVoicingSaysTheSameWordsThatAreWritten(@TempDir Path sound) throws IOException {
    HarkRun.Outcome spoken =
        hark()
            .typing("n", "q")
            .run(
                "work",
                "--speak",
                "--sees",
                "no",
                "--hub",
                hub.address(),
                "--sound-to",
                sound.toString());
    assertEquals(0, spoken.code(), spoken.err());
    String heard = Files.readString(sound.resolve("heard.txt"));
    inOrder(heard, "nothing here is real money", "tasks fit you", "Transcribe", "Goodbye.");
    HarkRun.Outcome silent = session("q");
    assertEquals(0, silent.code());
  }

  @Test
  @Requirement("FRO-11")
  void aBrokenFilterOrVoiceIsNamedAndTheSessionGoesOn(@TempDir Path sound) throws IOException {
    Path config = home.resolve(".config/hark");
    Files.createDirectories(config.resolve("filters"));
    Files.createDirectories(config.resolve("voices"));
    Files.writeString(config.resolve("filters/mine.yaml"), "name: mine\nkeep: pay.low >=\n");
    Files.writeString(config.resolve("voices/loud.yaml"), "name: loud\nvolume: loud\n");
    Files.writeString(config.resolve("settings"), "voice = loud\nfilter = mine\n");
    HarkRun.Outcome worked =
        hark()
            .typing("q")
            .run("--speak", "--sees", "no", "--hub", hub.address(), "--sound-to", sound.toString());
    assertEquals(0, worked.code(), worked.err());
    inOrder(worked.out(), "mine.yaml", "tasks fit you", "Goodbye.");
    assertTrue(worked.err().contains("loud.yaml"), worked.err());
    assertTrue(Files.readString(sound.resolve("heard.txt")).contains("Goodbye."));
    HarkRun.Outcome ill = hark().run("doctor", "--hub", hub.address());
    assertEquals(1, ill.code());
    inOrder(ill.out(), "Voices: ", "loud.yaml", "Filters: ", "mine.yaml");
  }

  @Test
  @Requirement("CMD-12")
  void voicesAreListedWithTheOneThatSpeaks() {
    HarkRun.Outcome voices = hark().run("voices");
    assertEquals(0, voices.code(), voices.err());
    inOrder(voices.out(), "default: ", "dutch: ", "default speaks;");
  }

  @Test
  @Requirement("CMD-10")
  void aRequesterIsReviewedFromTheCommandLine() throws IOException {
    session("n", "n", "a", "t", "some words", "s", "y", "q");
    HarkRun.Outcome reviews = hark().run("reviews", "Radio Archiv", "--hub", hub.address());
    assertEquals(2, reviews.code());
    assertTrue(reviews.err().contains("Did you mean Radio Archive?"), reviews.err());
    HarkRun.Outcome known = hark().run("reviews", "radio archive", "--hub", hub.address());
    assertEquals(0, known.code());
    assertTrue(known.lines().size() > 10, known.out());
    assertTrue(known.lines().getFirst().startsWith("Radio Archive, 4."), known.out());
    assertEquals(2, hark().run("review", "x", "--pay", "6", "--hub", hub.address()).code());
    assertEquals(5, hark().run("review", "x", "--pay", "5", "--hub", hub.address()).code());
  }

  @Test
  @Requirement("CMD-11")
  void aRequesterPostsWorkLooksAtAnswersAndPays(@TempDir Path files) throws IOException {
    Wav.write(files.resolve("one.wav"), new Clip(new short[16_000], 16_000));
    Path post = files.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Transcribe a second", "kind": "TRANSCRIBE", "language": "en",
         "reward": {"minor": 25, "currency": "EUR"}, "allowedSeconds": 300,
         "needs": ["HEARING"], "keywords": [],
         "tasks": [{"question": {"type": "transcription", "prompt": "Write it.",
                                 "media": [{"file": "one.wav"}]}}]}
        """);
    assertEquals(2, hark().run("request", "pending", "--hub", hub.address()).code());
    HarkRun.Outcome posted =
        hark().run("request", "post", post.toString(), "--name", "Me", "--hub", hub.address());
    assertEquals(0, posted.code(), posted.err());
    HarkRun.Outcome worked =
        hark()
            .typing("a", "t", "a second of silence", "s", "y", "q")
            .run(
                "--no-speak",
                "--sees",
                "no",
                "--filter",
                "none",
                "--sort",
                "newest",
                "--hub",
                hub.address());
    assertTrue(worked.out().contains("Sent."), worked.out() + worked.err());
    JsonNode pending =
        Json.MAPPER.readTree(
            hark().run("request", "pending", "--json", "--hub", hub.address()).out());
    assertEquals("a second of silence", pending.at("/submissions/0/answer").asText());
    String id = pending.at("/submissions/0/assignmentId").asText();
    assertEquals(0, hark().run("request", "approve", id, "--hub", hub.address()).code());
    HarkRun.Outcome codeless =
        hark().run("request", "reject", id, "--reason", "late", "--hub", hub.address());
    assertEquals(2, codeless.code());
    assertTrue(codeless.err().contains("off-topic, empty, wrong-language"), codeless.err());
    assertEquals(
        5,
        hark()
            .run(
                "request",
                "reject",
                id,
                "--because",
                "other",
                "--reason",
                "late",
                "--hub",
                hub.address())
            .code());
    HarkRun.Outcome none = hark().run("request", "pending", "--hub", hub.address());
    assertEquals(List.of("No answer waits for a decision."), none.lines());
  }

  @Test
  @Requirement("CMD-12")
  void theDoctorSaysALineForEachPart() {
    HarkRun.Outcome well = hark().run("doctor", "--hub", hub.address());
    assertEquals(0, well.code(), well.out());
    assertEquals(9, well.lines().size(), well.out());
    HarkRun.Outcome down = hark().run("doctor", "--hub", "http://127.0.0.1:1/");
    assertEquals(1, down.code());
    assertTrue(down.out().contains("Hub: "), down.out());
  }

  @Test
  @Requirement({"CMD-8", "CMD-14"})
  void faultsEndWithTheirCodeAndOneSentenceAndNoStackTrace() throws IOException {
    HarkRun.Outcome down = hark().run("earnings", "--hub", "http://127.0.0.1:1/");
    assertEquals(4, down.code());
    assertEquals(1, down.err().lines().count(), down.err());
    HarkRun.Outcome json = hark().run("earnings", "--json", "--hub", "http://127.0.0.1:1/");
    assertEquals(4, Json.MAPPER.readTree(json.err()).path("exitCode").asInt());
    HarkRun.Outcome file = hark().run("request", "post", "nowhere.json", "--hub", hub.address());
    assertEquals(3, file.code());
    assertFalse((down.err() + file.err()).contains("Exception"), down.err() + file.err());
    Path log = LogFile.fileIn(hark().folders());
    assertTrue(Files.readString(log).contains("Exception"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
  }

  @Test
  @Requirement("TASK-15")
  void aRequesterLooksAfterWhatTheyPosted() throws IOException {
    Path post = home.resolve("draft.json");
    Files.writeString(
        post,
        """
        {"title": "Look after me", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": 10, "currency": "EUR"}, "allowedSeconds": 600,
         "needs": [], "keywords": [], "annotation": "batch 1",
         "tasks": [{"question": {"type": "text", "prompt": "What?", "media": []}}]}
        """);
    HarkRun.Outcome kept = request("post", post.toString(), "--draft", "--name", "Keeper");
    assertEquals(0, kept.code(), kept.err());
    assertTrue(kept.out().contains("draft"), kept.out());
    JsonNode groups = Json.MAPPER.readTree(request("groups", "--json").out());
    String id = groups.at("/groups/0/groupId").asText();
    assertEquals("DRAFT", groups.at("/groups/0/state").asText());
    assertTrue(
        request("groups")
            .out()
            .contains(
                id + ": Look after me, 10 cents for each answer. A draft; nobody else sees it."),
        request("groups").out());

    assertTrue(request("publish", id).out().contains(id + " is on the market."));
    assertTrue(
        request("extend", id, "--answers", "2").out().contains("Answers: 3 open, 0 held"), id);
    assertEquals(2, request("extend", id).code());
    assertEquals(2, request("extend", id, "--until", "tomorrow").code());
    assertTrue(request("groups", "--lang", "nl").out().contains("Op de markt."));
    assertTrue(request("expire", id).out().contains("Nobody can take a task of " + id));
    assertTrue(request("delete", id, "--json").out().contains("DELETED"));
    assertTrue(request("groups").out().contains("You have posted nothing here."));
  }

  @Test
  @Requirement("TASK-33")
  void whatWasTypedOnOneComputerIsThereOnAnother(@TempDir Path other) {
    HarkRun.Outcome first = session("n", "a", "t", "half an answer");
    assertEquals(0, first.code(), first.err());
    HarkRun second = new HarkRun(other);
    new Tokens(second.folders().made())
        .keep(
            hub.address(),
            Tokens.Role.WORKER,
            new Tokens(hark().folders()).find(hub.address(), Tokens.Role.WORKER).orElseThrow());
    String drafts = second.run("drafts", "--hub", hub.address()).out();
    assertTrue(drafts.strip().endsWith(", from another computer: half an answer"), drafts);
    HarkRun.Outcome there =
        second
            .typing("r", "t", "a whole answer now", "q", "y")
            .run("--no-speak", "--sees", "no", "--hub", hub.address());
    inOrder(there.out(), "You hold a task", "Your draft from another computer is here, 3 words");
    HarkRun.Outcome back = session("r", "x", "y", "q");
    inOrder(back.out(), "Your draft from another computer is here", "a whole answer now");
    HarkRun.Outcome unreached = new HarkRun(other).run("drafts", "--hub", "http://127.0.0.1:1/");
    assertEquals(0, unreached.code(), unreached.err());
    assertTrue(unreached.err().contains("not reached"), unreached.err());
  }

  private HarkRun.Outcome request(String... words) {
    List<String> all = new ArrayList<>(List.of("request"));
    all.addAll(List.of(words));
    all.addAll(List.of("--hub", hub.address()));
    return hark().run(all.toArray(String[]::new));
  }

  static void inOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int found = text.indexOf(part, from);
      assertTrue(found >= 0, "'" + part + "' after " + from + " in:\n" + text);
      from = found + part.length();
    }
  }
}
