package dev.hark.cli.output;

import dev.hark.fault.Sentence;
import dev.hark.speech.Manner;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.Quote;
import dev.hark.speech.Utterance;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines of words, and the same words spoken. */
public final class SpokenOutput extends Output {
  private final PlainOutput written;
  private final Wording wording;
  private final Consumer<Utterance> speech;
  private final Earcons earcons;

  /**
   * @param speech takes what is said and returns at once
   */
  public SpokenOutput(PlainOutput written, Wording wording, Consumer<Utterance> speech) {
    this(written, wording, speech, new Earcons(false));
  }

  /**
   * @param speech takes what is said and returns at once
   * @param earcons sounds before the words
   */
  public SpokenOutput(
      PlainOutput written, Wording wording, Consumer<Utterance> speech, Earcons earcons) {
    this.earcons = earcons;
    this.written = written;
    this.wording = wording;
    this.speech = speech;
  }

  @Override
  public void say(Sentence sentence) {
    say(sentence, Priority.BACKGROUND);
  }

  /** Writes and speaks; {@code priority} says what it may interrupt. */
  public void say(Sentence sentence, Priority priority) {
    say(sentence, priority, Purpose.INTERFACE, Optional.empty());
  }

  /**
   * Writes and speaks.
   *
   * @param priority what it may interrupt
   * @param purpose which voice says it
   * @param theirs language of the words that the sentence passes on
   */
  public void say(Sentence sentence, Priority priority, Purpose purpose, Optional<Locale> theirs) {
    say(sentence, priority, purpose, theirs, 100);
  }

  /**
   * Like the other.
   *
   * @param pace percent of the voice's own speed
   */
  public void say(
      Sentence sentence, Priority priority, Purpose purpose, Optional<Locale> theirs, int pace) {
    written.say(sentence);
    speak(sentence, priority, purpose, theirs, pace);
  }

  @Override
  public void result(Object json, List<Sentence> lines) {
    lines.forEach(this::say);
  }

  @Override
  public void text(String text) {
    written.text(text);
  }

  @Override
  public void progress(Sentence sentence) {
    progress(sentence, Priority.PROGRESS);
  }

  /** How far it is; {@code priority} says what it may interrupt. */
  public void progress(Sentence sentence, Priority priority) {
    written.progress(sentence);
    speak(sentence, priority);
  }

  @Override
  public void fault(Sentence sentence, int exitCode) {
    written.fault(sentence, exitCode);
    speak(sentence, Priority.ALERT);
  }

  /** Speaks what was written already. */
  public void speak(Sentence sentence, Priority priority) {
    speak(sentence, priority, Purpose.INTERFACE, Optional.empty(), 100);
  }

  /** Speaks words of the person's own, which are of this language, and writes nothing. */
  public void echo(Sentence sentence, Optional<Locale> language) {
    Purpose purpose = language.isPresent() ? Purpose.READ_BACK : Purpose.INTERFACE;
    speak(sentence, Priority.ANSWER, purpose, language, 100);
  }

  private void speak(
      Sentence sentence, Priority priority, Purpose purpose, Optional<Locale> theirs, int pace) {
    List<Quote> quotes = new ArrayList<>();
    String text = words(sentence, quotes, theirs);
    Manner manner = earcons.manner(sentence, priority).withPace(pace);
    speech.accept(new Utterance(text, wording.locale(), priority, purpose, quotes, manner));
  }

  /**
   * The words, and those among them that are not Hark's own in their order.
   *
   * @param passedOn language of the words that the sentence passes on
   */
  private String words(Sentence sentence, List<Quote> quotes, Optional<Locale> passedOn) {
    Optional<Locale> other =
        passedOn.filter(language -> !language.getLanguage().equals(wording.locale().getLanguage()));
    String text =
        wording.say(
            sentence,
            others ->
                quotes.add(
                    new Quote(
                        SafeText.line(others.words()),
                        others.language().orElse(wording.locale()),
                        true)),
            own ->
                other.ifPresent(language -> quotes.add(new Quote(SafeText.line(own), language))));
    return SafeText.line(text);
  }
}
