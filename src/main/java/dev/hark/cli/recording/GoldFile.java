package dev.hark.cli.recording;

import dev.hark.audio.Clip;
import dev.hark.audio.Wav;
import dev.hark.audio.cut.CutRules;
import dev.hark.audio.decode.SoundFile;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.MediumJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import dev.hark.wire.QuestionJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recordings whose words are known, to be mixed in among the pieces. A line for each: its file,
 * beside this one, a tab, and the words.
 *
 * @param golds at least one
 */
public record GoldFile(List<Gold> golds) {
  /** One of them, short enough to be a piece. */
  public record Gold(Clip sound, String words) {}

  public GoldFile {
    golds = List.copyOf(golds);
  }

  /**
   * Reads all of them.
   *
   * @throws Fault.BadFile where a line makes no sense, or a recording cannot be read or is too long
   */
  public static GoldFile read(Path file) {
    List<Gold> golds = new ArrayList<>();
    int number = 0;
    for (String line : JobOptions.lines(file)) {
      number++;
      if (!line.isBlank()) {
        int tab = line.indexOf('\t');
        String words = tab < 1 ? "" : line.substring(tab + 1).strip();
        if (words.isEmpty() || words.indexOf('\t') >= 0) {
          throw new Fault.BadFile(
              Sentence.of("recording.gold-line", file.toString(), number), null);
        }
        Path sound = file.toAbsolutePath().resolveSibling(line.substring(0, tab));
        golds.add(new Gold(clip(sound), words));
      }
    }
    if (golds.isEmpty()) {
      throw new Fault.BadFile(Sentence.of("recording.gold-line", file.toString(), 1), null);
    }
    return new GoldFile(golds);
  }

  private static Clip clip(Path file) {
    int most = (int) CutRules.LONGEST.toSeconds() * SoundFile.RATE;
    short[] samples = new short[most + 1];
    try (SoundFile sound = SoundFile.open(file, SoundFile.Mix.ALL)) {
      int length = sound.read(samples);
      if (length > most) {
        throw new Fault.BadFile(
            Sentence.of("recording.gold-long", file.toString(), CutRules.LONGEST), null);
      }
      if (length < 1) {
        throw new Fault.BadFile(
            Sentence.of("audio.no-sound-in-it", String.valueOf(file.getFileName())), null);
      }
      return new Clip(Arrays.copyOf(samples, length), SoundFile.RATE);
    }
  }

  /** The tasks, with their sounds uploaded. */
  public List<NewTaskJson> tasks(RequesterDesk desk, String prompt, List<String> glossary) {
    List<NewTaskJson> tasks = new ArrayList<>();
    for (Gold gold : golds) {
      MediumJson medium = desk.upload(Wav.encode(gold.sound()), "audio/wav");
      tasks.add(
          new NewTaskJson(
              new QuestionJson(
                  "transcription",
                  prompt,
                  List.of(medium),
                  null,
                  null,
                  null,
                  glossary.isEmpty() ? null : glossary),
              new AnswerJson(gold.words(), null, null)));
    }
    return tasks;
  }
}
