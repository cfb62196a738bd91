package dev.hark.voice;

import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.listen.Level;
import dev.hark.speech.listen.Recognizer;
import dev.hark.work.Action;
import org.jspecify.annotations.Nullable;

/**
 * Which of the commands that are heard count. After a key one does, and the yes to what it asks;
 * hands free, those do that follow the phrase that wakes, until none came for a while. Time is
 * counted in sound. Used by the thread of the microphone, but for {@link #open}.
 */
final class Attention {
  /** 8 seconds, in steps of 10 ms. */
  private static final int WINDOW = 800;

  private final Commands commands;
  private final Phrasebook book;
  private final Host host;
  private final boolean handsFree;
  private final boolean headphones;
  private @Nullable CommandEar ear;
  private Level level = new Level();
  private volatile int left;
  private boolean spoke;

  Attention(Commands commands, Phrasebook book, Host host, boolean handsFree, boolean headphones) {
    this.commands = commands;
    this.book = book;
    this.host = host;
    this.handsFree = handsFree;
    this.headphones = headphones;
  }

  /** From now on with this recogniser. */
  void use(Recognizer recognizer) {
    if (ear == null) {
      ear = new CommandEar(recognizer, book);
    }
  }

  /** No recogniser any more, until the next is given. */
  void forget() {
    ear = null;
  }

  /** Whether commands count now. */
  boolean open() {
    return left > 0;
  }

  boolean isOver() {
    return commands.isOver();
  }

  /** The key was pressed: opens, or shuts. */
  void press() {
    if (open()) {
      shut();
      say(Sentence.of("listen.not-listening"));
    } else {
      level = new Level();
      again();
      say(Sentence.of("listen.listening"));
    }
  }

  /** After an answer was said, commands count on. */
  void openAgain() {
    if (ear != null) {
      again();
    }
  }

  void shut() {
    left = 0;
  }

  private void again() {
    left = WINDOW;
    spoke = false;
    if (ear != null) {
      ear.again();
    }
  }

  /** Takes 10 ms of sound. */
  void take(short[] step) {
    CommandEar listening = ear;
    if (listening == null) {
      return;
    }
    level.take(step, step.length);
    boolean deaf = host.audible() && !headphones;
    switch (listening.take(step)) {
      case CommandEar.Event.Began _ -> {
        if (open() && !deaf) {
          spoke = true;
          host.giveWay();
        }
      }
      case CommandEar.Event.Command(Spoken.Wake _) when handsFree || open() -> wake();
      case CommandEar.Event.Command(Spoken meaning) when open() && !deaf -> command(meaning);
      case CommandEar.Event.NotUnderstood _ when open() && !deaf ->
          say(Sentence.of("listen.not-understood"));
      case CommandEar.Event.Command _,
          CommandEar.Event.NotUnderstood _,
          CommandEar.Event.None _ -> {}
    }
    if (open() && !host.audible() && !listening.hearsSpeech()) {
      // Only this thread writes it.
      int after = left - 1;
      left = after;
      if (after == 0) {
        missed();
      }
    }
  }

  private void wake() {
    host.giveWay();
    left = WINDOW;
    say(Sentence.of("listen.awake"));
  }

  private void command(Spoken meaning) {
    if (meaning instanceof Spoken.Sleep) {
      shut();
      say(Sentence.of("listen.asleep", book.wakePhrase()));
      return;
    }
    if (meaning instanceof Spoken.Act(Action action) && action == Action.SILENCE) {
      host.silence();
    }
    commands.take(meaning);
    left = handsFree || commands.isAsked() ? WINDOW : 0;
    host.answered();
  }

  /** Nothing that counts came in time. Hands free, that is how it should be. */
  private void missed() {
    if (level.nothing()) {
      say(Sentence.of("listen.nothing-heard"));
    } else if (!handsFree && !spoke) {
      say(Sentence.of("listen.nobody-spoke"));
    }
  }

  private void say(Sentence sentence) {
    host.say(sentence, Priority.ANSWER);
    host.answered();
  }
}
