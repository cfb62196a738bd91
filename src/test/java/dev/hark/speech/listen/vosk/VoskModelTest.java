package dev.hark.speech.listen.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("VOI-12")
class VoskModelTest {
  @TempDir private Path folder;

  private String said(Path place) {
    VoskRecognizer recognizer = new VoskRecognizer(new VoskModel(place), Optional.empty());
    Fault.BadFile fault = assertThrows(Fault.BadFile.class, recognizer::prepare);
    return Wording.of(Locale.ENGLISH).say(fault.sentence());
  }

  @Test
  void aFolderThatIsNoModelIsOneSentence() throws IOException {
    Files.writeString(folder.resolve("README"), "nothing");
    assertEquals(
        folder
            + " holds no Vosk model. Unpack one there, so that the folder am or final.mdl lies in"
            + " it.",
        said(folder));
    Path missing = folder.resolve("missing");
    assertEquals(
        "There is no folder " + missing + ". Set recognizer-model to the folder of a Vosk model.",
        said(missing));
  }

  @Test
  void aModelThatIsBrokenInsideIsASentenceToo() throws IOException {
    Files.createDirectories(folder.resolve("am"));
    Files.createDirectories(folder.resolve("graph"));
    Files.writeString(folder.resolve("am/final.mdl"), "no model at all");
    Files.writeString(folder.resolve("graph/HCLG.fst"), "no graph");
    assertTrue(said(folder).startsWith(folder.toString()));
  }

  @Test
  void theNameOfAModelTellsItsLanguage() {
    VoskRecognizer dutch =
        new VoskRecognizer(
            new VoskModel(folder.resolve("vosk-model-small-nl-0.22")), Optional.empty());
    assertTrue(dutch.understands(Locale.of("nl")));
    assertFalse(dutch.understands(Locale.ENGLISH));
    assertTrue(
        new VoskRecognizer(new VoskModel(folder.resolve("mine")), Optional.empty())
            .understands(Locale.of("hi")));
  }

  @Test
  void aLargeModelTakesNoCommands() throws IOException {
    Files.createDirectories(folder.resolve("am"));
    Files.createDirectories(folder.resolve("graph"));
    Files.writeString(folder.resolve("am/final.mdl"), "");
    Files.writeString(folder.resolve("graph/HCLG.fst"), "");
    assertFalse(new VoskModel(folder).takesGrammars());
    Files.writeString(folder.resolve("graph/HCLr.fst"), "");
    Files.writeString(folder.resolve("graph/Gr.fst"), "");
    assertTrue(new VoskModel(folder).takesGrammars());
  }
}
