package dev.hark.voice;

import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Recognizers;
import org.jspecify.annotations.Nullable;

/** The recognisers of a session, each loaded when it is first needed. Used by one thread. */
public final class Voices implements AutoCloseable {
  private final Recognizers recognizers;
  private final Phrasebook book;
  private @Nullable Recognizer commands;
  private @Nullable Recognizer dictation;

  public Voices(Recognizers recognizers, Phrasebook book) {
    this.recognizers = recognizers;
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
      ready = recognizers.commands(book.grammar(), book.language());
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
      ready = recognizers.dictation(book.language());
      if (!ready.name().equals("pocketsphinx")) {
        loading.run();
      }
      ready.prepare();
      dictation = ready;
    }
    return ready;
  }

  @Override
  public void close() {
    if (commands != null) {
      commands.close();
    }
    if (dictation != null) {
      dictation.close();
    }
  }
}
