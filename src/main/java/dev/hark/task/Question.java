package dev.hark.task;

import java.util.List;
import java.util.Optional;

/** What a task asks. Prompts are the requester's words: hostile until proven otherwise. */
public sealed interface Question {
  /** What to do, in the requester's words, as plain text. */
  String prompt();

  /** Sounds, pictures and pages to hear or see, in order; may be empty. */
  List<Medium> media();

  /**
   * Write down what is said. Answered by {@link Answer.Text}.
   *
   * @param context what is heard before it in the same recording, for whoever asks; not to be
   *     written down
   * @param glossary words that may come up, as they are spelt; may be empty
   */
  record Transcription(
      String prompt, List<Medium> media, Optional<Medium> context, List<String> glossary)
      implements Question {
    public Transcription {
      media = List.copyOf(media);
      glossary = List.copyOf(glossary);
    }

    /** Of a recording that stands alone. */
    public Transcription(String prompt, List<Medium> media) {
      this(prompt, media, Optional.empty(), List.of());
    }
  }

  /** Free words, an amount, an address. Answered by {@link Answer.Text}. */
  record OpenText(String prompt, List<Medium> media) implements Question {
    public OpenText {
      media = List.copyOf(media);
    }
  }

  /**
   * One of several options. Answered by {@link Answer.Choice}.
   *
   * @param ownWords whether it may be answered in own words instead, by {@link Answer.Text}
   */
  record Choice(String prompt, List<Medium> media, List<Option> options, boolean ownWords)
      implements Question {
    public Choice {
      media = List.copyOf(media);
      options = List.copyOf(options);
      if (options.size() < 2) {
        throw new IllegalArgumentException("a choice needs two options");
      }
    }

    /** Without own words. */
    public Choice(String prompt, List<Medium> media, List<Option> options) {
      this(prompt, media, options, false);
    }
  }

  /**
   * Several questions, one after the other; none of them a form. Answered by {@link Answer.Form}.
   */
  record Form(String prompt, List<Medium> media, List<Question> parts) implements Question {
    public Form {
      media = List.copyOf(media);
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a form needs a question");
      }
    }
  }

  /**
   * One option of a choice.
   *
   * @param id what is stored
   * @param label what is heard
   */
  record Option(String id, String label) {}
}
