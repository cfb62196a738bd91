package dev.hark.cli.session;

import dev.hark.audio.Player;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.wording.Wording;
import dev.hark.work.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of a session that reads lines, beside the actions: they help scripts. */
public final class FrontWords {
  /** The words. */
  public enum FrontWord {
    /** Goes on when the sound that plays has ended, and what is said was taken down. */
    WAIT,
    /** Empties the answer that is typed. */
    ERASE;

    public String wordKey() {
      return "cli.word." + name().toLowerCase(Locale.ROOT);
    }

    public String helpKey() {
      return wordKey() + "-help";
    }

    List<String> words(Wording wording) {
      return Arrays.stream(wording.say(wordKey()).split(",")).map(String::strip).toList();
    }
  }

  private final Wording wording;
  private final Wording english = Wording.of(Locale.ENGLISH);
  private final Player player;
  private final Runnable spoken;
  private final Teller teller;

  public FrontWords(Wording wording, Player player, Teller teller) {
    this(wording, player, () -> {}, teller);
  }

  /**
   * @param spoken waits until an answer that is being said has been taken down
   */
  public FrontWords(Wording wording, Player player, Runnable spoken, Teller teller) {
    this.wording = wording;
    this.player = player;
    this.spoken = spoken;
    this.teller = teller;
  }

  /** Whether the word is one of these; then it is done. */
  boolean take(String word, Session session) {
    for (FrontWord known : FrontWord.values()) {
      if (known.words(wording).contains(word) || known.words(english).contains(word)) {
        switch (known) {
          case WAIT -> {
            player.await();
            spoken.run();
          }
          case ERASE -> {
            session.typed("");
            teller.say(Sentence.of("cli.erased"), Priority.ANSWER);
          }
        }
        return true;
      }
    }
    return false;
  }
}
