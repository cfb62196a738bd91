package dev.hark.wire;

import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param type {@code transcription}, {@code text}, {@code choice} or {@code form}
 * @param prompt plain text
 * @param media in order, may be empty
 * @param options of a choice, else absent
 * @param parts of a form, else absent
 * @param context what is heard before a transcription, for whoever asks; absent where nothing
 * @param glossary words that may come up in a transcription; absent where none are named
 * @param ownWords whether a choice may be answered in own words instead, with {@code text}; absent
 *     where not
 */
public record QuestionJson(
    String type,
    String prompt,
    List<MediumJson> media,
    @Nullable List<OptionJson> options,
    @Nullable List<QuestionJson> parts,
    @Nullable MediumJson context,
    @Nullable List<String> glossary,
    @Nullable Boolean ownWords) {

  /** Without what only transcriptions have. */
  public QuestionJson(
      String type,
      String prompt,
      List<MediumJson> media,
      @Nullable List<OptionJson> options,
      @Nullable List<QuestionJson> parts) {
    this(type, prompt, media, options, parts, null, null, null);
  }

  /** Of everything but a choice. */
  public QuestionJson(
      String type,
      String prompt,
      List<MediumJson> media,
      @Nullable List<OptionJson> options,
      @Nullable List<QuestionJson> parts,
      @Nullable MediumJson context,
      @Nullable List<String> glossary) {
    this(type, prompt, media, options, parts, context, glossary, null);
  }

  public static QuestionJson of(Question question) {
    List<MediumJson> media = question.media().stream().map(MediumJson::of).toList();
    String prompt = question.prompt();
    return switch (question) {
      case Question.Transcription some ->
          new QuestionJson(
              "transcription",
              prompt,
              media,
              null,
              null,
              some.context().map(MediumJson::of).orElse(null),
              some.glossary().isEmpty() ? null : some.glossary());
      case Question.OpenText some -> new QuestionJson("text", prompt, media, null, null);
      case Question.Choice choice ->
          new QuestionJson(
              "choice",
              prompt,
              media,
              choice.options().stream()
                  .map(option -> new OptionJson(option.id(), option.label()))
                  .toList(),
              null,
              null,
              null,
              choice.ownWords() ? true : null);
      case Question.Form form ->
          new QuestionJson(
              "form", prompt, media, null, form.parts().stream().map(QuestionJson::of).toList());
    };
  }

  /**
   * The question in domain words.
   *
   * @throws IllegalArgumentException where the type is unknown, a member lacks, or a form holds a
   *     form; its message says which
   */
  public Question toQuestion() {
    String words = present(prompt, "prompt");
    List<Medium> files =
        present(media, "media").stream()
            .map(medium -> present(medium, "media").toMedium())
            .toList();
    return switch (present(type, "type")) {
      case "transcription" ->
          new Question.Transcription(
              words,
              files,
              Optional.ofNullable(context).map(MediumJson::toMedium),
              glossary == null
                  ? List.of()
                  : glossary.stream().map(word -> present(word, "glossary")).toList());
      case "text" -> new Question.OpenText(words, files);
      case "choice" ->
          new Question.Choice(
              words,
              files,
              present(options, "options").stream()
                  .map(option -> present(option, "options"))
                  .map(
                      option ->
                          new Question.Option(
                              present(option.id(), "option id"),
                              present(option.label(), "option label")))
                  .toList(),
              Boolean.TRUE.equals(ownWords));
      case "form" ->
          new Question.Form(
              words,
              files,
              present(parts, "parts").stream()
                  .map(part -> flat(present(part, "parts")).toQuestion())
                  .toList());
      default -> throw new IllegalArgumentException("unknown question type " + type);
    };
  }

  private static QuestionJson flat(QuestionJson part) {
    if (part.type().equals("form")) {
      throw new IllegalArgumentException("a form in a form");
    }
    return part;
  }

  private static <T> T present(@Nullable T member, String name) {
    if (member == null) {
      throw new IllegalArgumentException("a question without " + name);
    }
    return member;
  }

  /** One option of a choice. */
  public record OptionJson(String id, String label) {}
}
