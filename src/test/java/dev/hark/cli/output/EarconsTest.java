package dev.hark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.speech.Earcon;
import dev.hark.speech.Priority;
import dev.hark.speech.Utterance;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Requirement("SND-26")
class EarconsTest {
  private final List<String> written = new ArrayList<>();
  private final List<Utterance> spoken = new ArrayList<>();

  private SpokenOutput output(boolean on) {
    Wording wording = Wording.of(Locale.ENGLISH);
    return new SpokenOutput(
        new PlainOutput(wording, written::add, written::add),
        wording,
        spoken::add,
        new Earcons(on));
  }

  private Optional<Earcon> last() {
    return spoken.getLast().manner().earcon();
  }

  @Test
  void whatWasDoneHasItsSoundAndItsWords() {
    SpokenOutput output = output(true);
    output.say(Sentence.of("session.last-offer"), Priority.ANSWER);
    assertEquals(Optional.of(Earcon.BOUNDARY), last());
    assertEquals(written.getLast(), spoken.getLast().text());
    output.say(Sentence.of("session.accepted", "6 minutes", "10:42"), Priority.ANSWER);
    assertEquals(Optional.of(Earcon.ACCEPTED), last());
    output.say(Sentence.of("session.late-sent", "Radio Archive"), Priority.BACKGROUND);
    assertEquals(Optional.of(Earcon.SENT), last());
    output.say(Sentence.of("session.stopped"), Priority.ANSWER);
    assertEquals(Optional.of(Earcon.RECORDED), last());
    output.say(Sentence.of("session.returned"), Priority.ALERT);
    assertEquals(Optional.of(Earcon.ALERT), last());
    output.say(Sentence.of("session.returned"), Priority.ANSWER);
    assertEquals(Optional.empty(), last());
    output.say(Sentence.of("cli.greeting-demo"), Priority.ALERT);
    assertEquals(Optional.empty(), last());
  }

  @Test
  void aRecordingHasASoundWhereItBeginsAndWhereItEnds() {
    SpokenOutput output = output(true);
    for (String begins :
        List.of(
            "session.speak",
            "session.speak-on",
            "edit.say-for",
            "edit.say-before",
            "edit.say-after")) {
      output.say(Sentence.of(begins, "lamp"), Priority.ANSWER);
      assertEquals(Optional.of(Earcon.RECORDING), last(), begins);
    }
    output.say(Sentence.of("session.respoken", "the old lighthouse"), Priority.ANSWER);
    assertEquals(Optional.of(Earcon.RECORDED), last());
    for (String ends :
        List.of("session.nothing-understood", "session.speak-again", "session.thrown-away")) {
      output.say(Sentence.of(ends), Priority.ANSWER);
      assertEquals(Optional.of(Earcon.RECORDED), last(), ends);
    }
  }

  @Test
  void whoWantsNoSoundsHearsTheSameWords() {
    SpokenOutput output = output(false);
    output.say(Sentence.of("session.last-offer"), Priority.ANSWER);
    assertEquals(Optional.empty(), last());
    assertEquals(List.of("That was the last; nothing new yet. b goes back."), written);
    assertEquals(written.getLast(), spoken.getLast().text());
  }
}
