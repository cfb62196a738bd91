package dev.hark.voice;

import dev.hark.speech.listen.Recognizer;
import dev.hark.speech.listen.Recognizers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The recognisers of a session, each loaded when it is first needed. Used by one thread. */
public final class Voices implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Voices.class.getName());

  private final Supplier<Recognizer> forCommands;
  private final Function<Locale, Recognizer> forDictation;
  private final Phrasebook book;
  private @Nullable Recognizer commands;
  private final Map<String, Recognizer> dictations = new HashMap<>();

  public Voices(Recognizers recognizers, Phrasebook book) {
    this(() -> recognizers.commands(book.grammar(), book.language()), recognizers::dictation, book);
  }

  /**
   * @param forCommands gives a new one that is not loaded, at each call
   * @param forDictation the same, of a language
   */
  public Voices(
      Supplier<Recognizer> forCommands,
      Function<Locale, Recognizer> forDictation,
      Phrasebook book) {
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
   * @param wanted the language that is spoken; the book's where that is not known
   * @throws dev.hark.fault.Fault.BadFile where nothing here understands that language
   */
  Recognizer dictation(Optional<Locale> wanted) {
    Locale language = wanted.filter(one -> !one.getLanguage().isEmpty()).orElseGet(book::language);
    Recognizer ready = dictations.get(language.getLanguage());
    if (ready == null) {
      ready = forDictation.apply(language);
      ready.prepare();
      dictations.put(language.getLanguage(), ready);
    }
    return ready;
  }

  /** Lets go of recognisers that failed; the next that are asked for are new ones. */
  void startAgain() {
    List<Recognizer> all = new ArrayList<>(dictations.values());
    if (commands != null) {
      all.add(commands);
    }
    commands = null;
    dictations.clear();
    all.forEach(Voices::close);
  }

  private static void close(Recognizer recognizer) {
    try {
      recognizer.close();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a recogniser that failed cannot be closed", e);
    }
  }

  @Override
  public void close() {
    startAgain();
  }
}
