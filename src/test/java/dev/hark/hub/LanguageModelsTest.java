package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wire.TranscriptJson;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of languages that an operator gives a hub. */
@Requirement("TRN-85")
final class LanguageModelsTest {
  private static final String MODEL =
      """
      \\data\\
      ngram 1=5
      ngram 2=1

      \\1-grams:
      -99 <s>
      -1.0 keeper -1.0
      -1.0 rowed
      -1.0 road
      -1.0 out

      \\2-grams:
      -0.1 keeper rowed

      \\end\\
      """;

  @TempDir Path data;
  private Path folder = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectories(data.resolve("language-models"));
  }

  private String merged() {
    try (TestHub hub = new TestHub(data)) {
      Caller requester = hub.requester();
      WrittenDown job = WrittenDown.post(hub, requester, 1, 2, 2, null);
      job.answer("keeper road out", "keeper rowed out");
      return requester
          .get("/jobs/" + job.id() + "/transcript")
          .as(TranscriptJson.class)
          .words()
          .stream()
          .map(TranscriptJson.WordJson::word)
          .collect(Collectors.joining(" "));
    }
  }

  @Test
  void oneOfTheRecordingsLanguageCountsBesideTheAnswersOnceTheHubIsStartedWithIt()
      throws IOException {
    assertEquals("keeper road out", merged());
    Files.writeString(folder.resolve("nl.arpa"), MODEL);
    assertEquals("keeper road out", merged(), "it is another language's");
    Files.writeString(folder.resolve("en.arpa"), MODEL);
    assertEquals("keeper rowed out", merged());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en.arpa      | no model | en.arpa",
        "en.arpa      | ''       | en.arpa",
        "english.arpa | no model | is named after no language",
      })
  void aBadOneIsSaidInASentenceWhenTheHubStarts(String name, String text, String said)
      throws IOException {
    Files.writeString(folder.resolve(name), text);
    Fault.BadFile bad = assertThrows(Fault.BadFile.class, () -> new TestHub(data).close());
    String sentence = Wording.of(Locale.ENGLISH).say(bad.sentence());
    assertTrue(sentence.contains(said), sentence);
    Files.delete(folder.resolve(name));
    new TestHub(data).close();
  }

  @Test
  void tooManyAreRefused() throws IOException {
    for (String language : Locale.getISOLanguages()) {
      Files.writeString(folder.resolve(language + ".arpa"), MODEL);
    }
    Fault.BadFile bad = assertThrows(Fault.BadFile.class, () -> new TestHub(data).close());
    assertEquals("server.models-many", bad.sentence().key());
  }
}
