package dev.hark.speech.listen.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.speech.listen.Recognizers;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
  }

  private boolean understands(VoskModel model, String language) {
    return new VoskRecognizer(model, Optional.empty()).understands(Locale.of(language));
  }

  @Test
  @Requirement("VOI-56")
  void aModelOfWhichNothingTellsTheLanguageIsNotUsedAndThatIsOneSentence() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    assertFalse(understands(new VoskModel(mine), "nl"));
    Recognizers recognizers = new Recognizers(Map.of(), Optional.of(new VoskModel(mine)));
    Fault fault = assertThrows(Fault.BadFile.class, () -> recognizers.dictation(Locale.of("nl")));
    assertEquals(
        "Nothing tells which language the model in "
            + mine
            + " understands, so it is not used. Set recognizer-language to its code, such as en or"
            + " nl.",
        Wording.of(Locale.ENGLISH).say(fault.sentence()));
    assertTrue(understands(new VoskModel(mine, Optional.of(Locale.of("nl"))), "nl"));
    assertFalse(understands(new VoskModel(mine, Optional.of(Locale.of("nl"))), "en"));
    Files.writeString(mine.resolve("README"), "US English model for mobile applications");
    assertTrue(understands(new VoskModel(mine), "en"));
    assertFalse(understands(new VoskModel(mine), "nl"));
    Files.writeString(mine.resolve("README"), "Dutch model, trained as the English one was");
    assertTrue(new VoskModel(mine).unknownLanguage().isPresent(), "two are named");
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
