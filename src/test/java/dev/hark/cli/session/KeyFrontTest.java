package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.none.NoneOutput;
import dev.hark.cli.HarkRun;
import dev.hark.cli.OneHub;
import dev.hark.cli.output.PlainOutput;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.market.Choice;
import dev.hark.wording.Wording;
import dev.hark.work.Action;
import dev.hark.work.ByEar;
import dev.hark.work.Microphone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Single keys, typed into a session at a hub. */
final class KeyFrontTest extends OneHub {
  private final List<String> written = new ArrayList<>();
  private final Wording wording = Wording.of(Locale.ENGLISH);

  /** Nobody says anything to it. */
  private static final class Quiet implements Microphone {
    private boolean dictating;

    @Override
    public void command() {}

    @Override
    public void dictate(Optional<Locale> language, Consumer<Taken> taken) {
      dictating = true;
      taken.accept(new Taken.Began());
    }

    @Override
    public boolean dictating() {
      return dictating;
    }

    @Override
    public void drop() {
      dictating = false;
    }

    @Override
    public void check(Consumer<Sentence> told) {}

    @Override
    public void finish() {}
  }

  private static KeyReader keys(String typed) {
    int[] at = {0};
    return new KeyReader(
        millis -> {
          if (at[0] == typed.length()) {
            return -1;
          }
          char next = typed.charAt(at[0]++);
          boolean pause = next == '~' && at[0] > 1 && typed.charAt(at[0] - 2) == 27;
          return pause ? -2 : next;
        });
  }

  private Workplace workplace(ClipPlayer player, Teller teller) {
    return new Workplace(
        hub,
        new HarkRun(home).folders(),
        player,
        Choice.of(Facts.Me.ANYBODY),
        teller,
        Workplace.WatchTerms.USUAL,
        ByEar.USUAL);
  }

  /** What is said of keys typed into an answer. */
  private List<String> said(Wording in, String typed) {
    Teller teller = new Teller(new PlainOutput(in, written::add, written::add), null);
    List<String> said = new ArrayList<>();
    try (ClipPlayer player = new ClipPlayer(new NoneOutput(), new Floor());
        Workplace place = workplace(player, teller)) {
      place.session().start();
      place.session().act(Action.ACCEPT);
      place.session().act(Action.RETYPE);
      new KeyFront(
              place.session(),
              new ActionWords(in),
              keys(typed),
              new KeyScreen(_ -> {}, () -> 80),
              teller,
              sentence -> said.add(in.say(sentence)))
          .run();
    }
    return said;
  }

  private static final String LEFT = "\u001b[D";
  private static final String RIGHT = "\u001b[C";
  private static final String BACKSPACE = "\u007f";

  @Test
  @Requirement("SAY-42")
  void eachCharacterIsNamedThatIsMovedToOrErased() {
    assertEquals(
        List.of("Jan,", "question mark", "capital a", "space", "capital a", "question mark", "end"),
        said(wording, "Jan, A?" + LEFT.repeat(3) + RIGHT.repeat(3)));
    assertEquals(
        List.of("b", "full stop", "space", "a", "start"),
        said(wording, "a .b" + BACKSPACE.repeat(5)).subList(1, 6));
  }

  @Test
  @Requirement("SAY-44")
  void allThatIsClearedAtOnceOrPastedIsSaid() {
    assertEquals(
        List.of("the", "the lamp", "start", "old light", "light"),
        said(wording, "the lamp\u0015\u0015\u001b[200~old light\u001b[201~\u0017"));
  }

  @Test
  @Requirement("SAY-42")
  void inDutchToo() {
    assertEquals(
        List.of("Jan", "einde", "hoofdletter p", "spatie"),
        said(Wording.of(Locale.of("nl")), "Jan P" + RIGHT + LEFT.repeat(2)));
  }

  @Test
  @Requirement("EAR-33")
  void whoTypesOnOrMarksSomethingBeginsANewWord() {
    String f5 = "\u001b[15~";
    String f8 = "\u001b[19~";
    said(wording, "two\rt" + f5 + "words\rt" + f8 + "here\rr");
    assertTrue(written.contains("two words [unclear] here"), written.toString());
    said(wording, "two\rt" + BACKSPACE + "s\rr");
    assertTrue(written.contains("twos"), written.toString());
    said(wording, "x" + BACKSPACE + "\r");
  }

  @Test
  @Requirement("VOI-43")
  void escapeThrowsAwayWhatIsSaidAndPlaysOtherwise() {
    Teller teller = new Teller(new PlainOutput(wording, written::add, written::add), null);
    try (ClipPlayer player = new ClipPlayer(new NoneOutput(), new Floor());
        Workplace place = workplace(player, teller)) {
      place.session().hearBy(new Quiet());
      place.session().start();
      place.session().act(Action.ACCEPT);
      written.clear();
      new KeyFront(
              place.session(),
              new ActionWords(wording),
              keys("m\u001b~m\u001b~"),
              new KeyScreen(_ -> {}, () -> 80),
              teller,
              _ -> {})
          .run();
    }
    assertEquals(2, written.stream().filter(line -> line.startsWith("Taken back")).count());
    assertTrue(written.stream().anyMatch(line -> line.startsWith("Speak; ")), written.toString());
  }
}
