package dev.hark.voice;

import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Recognizers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The recognisers of a session, each loaded when it is first needed. Used by one thread. */
public final class Voices implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Voices.class.getName());

  private final Supplier<Recognizer> forCommands;
  private final Supplier<Recognizer> forDictation;
  private final Phrasebook book;
  private @Nullable Recognizer commands;
  private @Nullable Recognizer dictation;

  public Voices(Recognizers recognizers, Phrasebook book) {
    this(
        () -> recognizers.commands(book.grammar(), book.language()),
        () -> recognizers.dictation(book.language()),
        book);
  }

  /**
   * @param forCommands gives a new one that is not loaded, at each call
   * @param forDictation the same
   */
  public Voices(
      Supplier<Recognizer> forCommands, Supplier<Recognizer> forDictation, Phrasebook book) {
    this.forCommands = forCommands;
    this.forDictation = forDictation;
    this.book = book;
  }

  Phrasebook book() {
    return book;
  }

  /**
   * @param loading told where it takes a moment
   * @throws dev.hark.fault.Fault.BadFile where nothing here understands that language
   */
  Recognizer commands(Runnable loading) {
    Recognizer ready = commands;
    if (ready == null) {
      ready = forCommands.get();
      loading.run();
      ready.prepare();
      commands = ready;
    }
    return ready;
  }

  /**
   * @param loading told where it takes a moment
   * @throws dev.hark.fault.Fault.BadFile where nothing here understands that language
   */
  Recognizer dictation(Runnable loading) {
    Recognizer ready = dictation;
    if (ready == null) {
      ready = forDictation.get();
      if (!ready.name().equals("pocketsphinx")) {
        loading.run();
      }
      ready.prepare();
      dictation = ready;
    }
    return ready;
  }

  /** Lets go of recognisers that failed; the next that are asked for are new ones. */
  void startAgain() {
    Recognizer one = commands;
    Recognizer other = dictation;
    commands = null;
    dictation = null;
    close(one);
    close(other);
  }

  private static void close(@Nullable Recognizer recognizer) {
    try {
      if (recognizer != null) {
        recognizer.close();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a recogniser that failed cannot be closed", e);
    }
  }

  @Override
  public void close() {
    startAgain();
  }
}
