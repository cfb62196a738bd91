package dev.hark.cli.session;

import dev.hark.cli.output.Output;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.work.Action;
import dev.hark.work.Heard;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a session says: written by the output, and spoken where Hark speaks itself. */
public final class Teller implements Consumer<Heard> {
  private final Output output;
  private final @Nullable SpokenAnswers spoken;

  /**
   * @param spoken what the output speaks into, absent where nothing is spoken
   */
  public Teller(Output output, @Nullable SpokenAnswers spoken) {
    this.output = output;
    this.spoken = spoken;
  }

  @Override
  public void accept(Heard heard) {
    if (output instanceof SpokenOutput both) {
      both.say(heard.sentence(), heard.priority(), heard.purpose(), heard.language(), heard.pace());
    } else {
      output.say(heard.sentence());
    }
  }

  /** Whether Hark speaks itself. */
  boolean speaks() {
    return spoken != null;
  }

  public void say(Sentence sentence, Priority priority) {
    if (output instanceof SpokenOutput both) {
      both.say(sentence, priority);
    } else {
      output.say(sentence);
    }
  }

  /** A key was pressed: what is said gives way to its answer. */
  void keyPressed() {
    if (spoken != null) {
      spoken.keyPressed();
    }
  }

  /** Before an action is done; one of them is silence. */
  void before(Action action) {
    if (spoken != null && action == Action.SILENCE) {
      spoken.silence();
    }
  }

  /** All that answers one key has been said. */
  public void answered() {
    if (spoken != null) {
      spoken.flush();
    }
  }
}
