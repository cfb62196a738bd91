package dev.hark.audio.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.audio.Clip;
import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput.Track;
import dev.hark.audio.SoundOutput.Voice;
import dev.hark.audio.Wav;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("SND-14")
class FilesOutputTest {
  @TempDir Path folder;
  private final List<Sentence> news = new ArrayList<>();

  private static void say(FilesOutput output, String words, int samples) {
    try (Voice voice = output.open(16_000, Track.SPEECH, words)) {
      voice.write(new short[samples], samples);
      voice.drain();
    }
  }

  @Test
  void whatWouldHaveBeenHeardIsInNumberedFilesAndALineEach() throws Exception {
    Path sound = folder.resolve("new/sound");
    try (FilesOutput output = new FilesOutput(sound, news::add);
        ClipPlayer player = new ClipPlayer(output, new Floor())) {
      say(output, "Accepted. 6 minutes,\nuntil 10:42. Playing.", 24_000);
      player.load(new Clip(new short[] {1, 2, 3, 4}, 8000));
      player.play();
      say(output, "Sent.", 8000);
    }
    assertEquals(
        List.of(
            "0001-speech.wav 1.5 s Accepted. 6 minutes, until 10:42. Playing.",
            "0002-task.wav 0.0 s",
            "0003-speech.wav 0.5 s Sent."),
        Files.readAllLines(sound.resolve("heard.txt")));
    assertEquals(24_000, Wav.read(sound.resolve("0001-speech.wav")).samples().length);
    assertEquals(3, Wav.read(sound.resolve("0002-task.wav")).samples()[2]);
    assertEquals(List.of(), news);
  }

  @Test
  void aLaterSessionGoesOnCounting() {
    say(new FilesOutput(folder, news::add), "One", 10);
    say(new FilesOutput(folder, news::add), "Two", 10);
    assertEquals(10, Wav.read(folder.resolve("0002-speech.wav")).samples().length);
  }

  @Test
  void whatHasNoSoundLeavesNoFile() {
    say(new FilesOutput(folder, news::add), "Dutch without a voice", 0);
    assertFalse(Files.exists(folder.resolve("0001-speech.wav")));
    assertFalse(Files.exists(folder.resolve("heard.txt")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidAndNeverStopsASession() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThrows(Fault.Storage.class, () -> new FilesOutput(file, news::add));

    Path gone = folder.resolve("gone");
    FilesOutput output = new FilesOutput(gone, news::add);
    Files.delete(gone);
    say(output, "One", 10);
    say(output, "Two", 10);
    assertEquals(List.of(Sentence.of("audio.unwritable", gone.toString())), news);
  }
}
