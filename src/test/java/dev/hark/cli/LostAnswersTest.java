package dev.hark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.cli.hub.Connection;
import dev.hark.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is posted and paid when nobody hears the hub's answer, and the command is given again. */
final class LostAnswersTest {
  @TempDir Path hubHome;
  @TempDir Path home;
  private Connection hub;
  private LossyHub network;

  @BeforeEach
  void startHub() {
    hub = Connection.embedded(new HarkRun(hubHome).folders(), false, _ -> {});
    network = new LossyHub(URI.create(hub.address()));
  }

  @AfterEach
  void stopHub() {
    network.close();
    hub.close();
  }

  @Test
  @Requirement("HUB-57")
  void aGroupWhosePostingWasNotAnsweredIsPostedOnce() throws IOException {
    Path post = post();
    network.loses("POST /api/v1/task-groups");
    HarkRun.Outcome unheard = run("request", "post", post.toString(), "--name", "Me");
    assertNotEquals(0, unheard.code(), unheard.out());
    assertTrue(network.lost() >= 3, "tried again by itself");
    network.loses("");
    String id = posted(post);
    assertEquals(1, groups().size());
    assertEquals(id, groups().get(0).get("groupId").asText());
    assertNotEquals(id, posted(post), "what was answered can be posted anew");
    assertEquals(2, groups().size());

    network.loses("POST /api/v1/posted/" + id + "/extend");
    assertNotEquals(0, run("request", "extend", id, "--answers", "2").code());
    network.loses("");
    HarkRun.Outcome extended = run("request", "extend", id, "--answers", "2");
    assertEquals(0, extended.code(), extended.err());
    assertEquals(3, groups().get(1).at("/answers/open").asInt(), groups().toString());
  }

  private String posted(Path post) throws IOException {
    HarkRun.Outcome heard = run("request", "post", post.toString(), "--name", "Me", "--json");
    assertEquals(0, heard.code(), heard.err());
    return Json.MAPPER.readTree(heard.out()).get("groupId").asText();
  }

  private JsonNode groups() throws IOException {
    HarkRun.Outcome heard = run("request", "groups", "--json");
    assertEquals(0, heard.code(), heard.err());
    return Json.MAPPER.readTree(heard.out()).get("groups");
  }

  private Path post() throws IOException {
    Wav.write(home.resolve("a.wav"), new Clip(new short[8_000], 8_000));
    Path post = home.resolve("post.json");
    Files.writeString(
        post,
        """
        {"title": "Dates", "kind": "QUESTIONNAIRE", "language": "en",
         "reward": {"minor": 25, "currency": "EUR"}, "allowedSeconds": 300,
         "needs": [], "keywords": [],
         "tasks": [{"question": {"type": "text", "prompt": "When?", "media": [{"file": "a.wav"}]}}]}
        """);
    return post;
  }

  private HarkRun.Outcome run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--hub";
    all[words.length + 1] = network.address();
    return new HarkRun(home).run(all);
  }
}
