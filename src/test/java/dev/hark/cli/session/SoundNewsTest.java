package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.cli.output.PlainOutput;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.Utterance;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@Requirement("SAY-38")
final class SoundNewsTest {
  private static final Sentence NO_DUTCH = Sentence.of("speech.no-voice", Locale.of("nl"));
  private static final Sentence BACK = Sentence.of("audio.device-back");
  private static final Sentence FULL = Sentence.of("audio.unwritable", "sound");

  private final Wording wording = Wording.of(Locale.ENGLISH);
  private final List<String> written = new ArrayList<>();
  private final List<Utterance> said = new CopyOnWriteArrayList<>();
  private final PlainOutput plain = new PlainOutput(wording, written::add, written::add);
  private final SpokenOutput both = new SpokenOutput(plain, wording, said::add);

  private List<String> said() {
    return said.stream().map(one -> one.priority() + " " + one.text()).toList();
  }

  @Test
  void whatWasToldBeforeHarkSpeaksIsSaidThenAndNothingTwice() {
    try (SoundNews news = new SoundNews(plain)) {
      news.accept(BACK);
      news.sayBy(both);
      news.accept(NO_DUTCH);
      news.accept(FULL);
    }
    assertEquals(
        List.of(
            Priority.BACKGROUND + " " + wording.say(BACK),
            Priority.ALERT + " " + wording.say(NO_DUTCH)),
        said());
    assertEquals(List.of(wording.say(BACK), wording.say(NO_DUTCH), wording.say(FULL)), written);
  }

  @Test
  void whereAScreenReaderSpeaksItIsWrittenOnly() {
    try (SoundNews news = new SoundNews(plain)) {
      news.sayBy(both);
      news.onlyWrite();
      news.accept(BACK);
    }
    assertEquals(List.of(), said());
    assertEquals(List.of(wording.say(BACK)), written);
  }
}
