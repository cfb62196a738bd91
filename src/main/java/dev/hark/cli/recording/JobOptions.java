package dev.hark.cli.recording;

import dev.hark.audio.cut.CutRules;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a recording is to be cut and answered. */
public final class JobOptions {
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_WORDS = 100;
  private static final int MOST_LETTERS = 60;
  private static final int MOST_WORKERS = 100;
  private static final int MOST_TITLE = 200;
  private static final int MOST_PROMPT = 10_000;
  private static final double MOST_DAYS = 366;
  private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
  private static final double MOST_REPEATS = 0.2;

  @Option(
      names = "--language",
      required = true,
      paramLabel = "TAG",
      description = "recording.option.language")
  private String language = "";

  @Option(names = "--workers", paramLabel = "N", description = "recording.option.workers")
  private int workers = 5;

  @Option(names = "--min-answers", paramLabel = "N", description = "recording.option.min-answers")
  private @Nullable Integer least;

  @Option(names = "--target", paramLabel = "SHARE", description = "recording.option.target")
  private @Nullable Double target;

  @Option(names = "--lifetime", paramLabel = "DAYS", description = "recording.option.lifetime")
  private @Nullable Double lifetime;

  @Option(names = "--repeats", paramLabel = "SHARE", description = "recording.option.repeats")
  private double repeats;

  @Option(names = "--shortest", paramLabel = "SECONDS", description = "recording.option.shortest")
  private double shortest = 4;

  @Option(names = "--longest", paramLabel = "SECONDS", description = "recording.option.longest")
  private double longest = 8;

  @Option(names = "--glossary", paramLabel = "FILE", description = "recording.option.glossary")
  private @Nullable Path glossary;

  @Option(names = "--title", paramLabel = "WORDS", description = "recording.option.title")
  private @Nullable String title;

  @Option(names = "--prompt", paramLabel = "WORDS", description = "recording.option.prompt")
  private @Nullable String prompt;

  public String language() {
    return language;
  }

  public @Nullable String title() {
    return title;
  }

  public @Nullable String prompt() {
    return prompt;
  }

  /** The most answers of a piece. */
  public int most() {
    return workers;
  }

  /**
   * The least answers of a piece: all, but where something says when there are enough.
   *
   * @param adaptive whether a target, a budget or the worth of a word does
   */
  public int least(boolean adaptive) {
    return least != null ? least : adaptive ? Math.min(2, workers) : workers;
  }

  /** How often a worker's next piece is one that they answered before. */
  public double repeats() {
    return repeats;
  }

  /** After posting, when nobody can take a piece any more; empty where there is no end. */
  public Optional<Duration> lifetime() {
    return Optional.ofNullable(lifetime)
        .map(days -> Duration.ofSeconds(Math.round(days * SECONDS_A_DAY)));
  }

  public OptionalDouble target() {
    return target == null ? OptionalDouble.empty() : OptionalDouble.of(target);
  }

  /**
   * How to cut.
   *
   * @throws Fault.Usage where any of these options makes no sense
   */
  public CutRules checked() {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new Fault.Usage(Sentence.of("recording.bad-workers", workers, MOST_WORKERS));
    }
    if (least != null && (least < 1 || least > workers)) {
      throw new Fault.Usage(Sentence.of("recording.bad-least", least, workers));
    }
    if (target != null && !(target >= 0.5 && target <= 0.999)) {
      throw new Fault.Usage(Sentence.of("recording.bad-target", target.toString()));
    }
    if (!(repeats >= 0 && repeats <= MOST_REPEATS)) {
      throw new Fault.Usage(Sentence.of("recording.bad-repeats", Double.toString(repeats)));
    }
    if (lifetime != null && !(lifetime * 24 >= 1 && lifetime <= MOST_DAYS)) {
      throw new Fault.Usage(Sentence.of("recording.bad-lifetime", lifetime.toString()));
    }
    requireText("--title", title, MOST_TITLE);
    requireText("--prompt", prompt, MOST_PROMPT);
    try {
      if (new Locale.Builder().setLanguageTag(language).build().getLanguage().isEmpty()) {
        throw new IllformedLocaleException();
      }
    } catch (IllformedLocaleException e) {
      throw new Fault.Usage(Sentence.of("recording.bad-language", language));
    }
    Duration from = seconds(shortest);
    Duration to = seconds(longest);
    if (!CutRules.fit(from, to)) {
      throw new Fault.Usage(
          Sentence.of("recording.bad-bounds", CutRules.SHORTEST, CutRules.LONGEST));
    }
    return new CutRules(
        from,
        to,
        CutRules.USUAL.overlap().compareTo(to.dividedBy(4)) > 0
            ? to.dividedBy(4)
            : CutRules.USUAL.overlap());
  }

  private static void requireText(String option, @Nullable String text, int most) {
    if (text != null && (text.isBlank() || text.length() > most)) {
      throw new Fault.Usage(Sentence.of("recording.bad-text", option, most));
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(Math.clamp(seconds, 0, 1e6) * 1000));
  }

  /**
   * The words that may come up, one a line.
   *
   * @throws Fault.BadFile where the file cannot be read, or has too many words or too long ones
   */
  public List<String> glossary() {
    if (glossary == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    int number = 0;
    for (String line : lines(glossary)) {
      number++;
      String word = line.strip();
      if (word.length() > MOST_LETTERS) {
        throw new Fault.BadFile(
            Sentence.of("recording.glossary-long", glossary.toString(), number, MOST_LETTERS),
            null);
      }
      if (!word.isEmpty() && !words.contains(word)) {
        words.add(word);
      }
    }
    if (words.size() > MOST_WORDS) {
      throw new Fault.BadFile(
          Sentence.of("recording.glossary-many", glossary.toString(), words.size(), MOST_WORDS),
          null);
    }
    return words;
  }

  static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Fault.BadFile(Sentence.of("recording.text-large", file.toString()), null);
      }
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new Fault.BadFile(Sentence.of("recording.no-text", file.toString()), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("cli.post-unreadable", file.toString()), e);
    }
  }

  /** All that was typed of these, for telling one posting from another. */
  public String typed() {
    return String.join(
        "\n",
        language,
        Integer.toString(workers),
        String.valueOf(least),
        String.valueOf(target) + (repeats == 0 ? "" : " " + repeats),
        Double.toString(shortest),
        Double.toString(longest),
        String.join("\t", glossary()),
        String.valueOf(title),
        String.valueOf(prompt) + (lifetime == null ? "" : "\n" + lifetime));
  }
}
