package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.oneOf;
import static dev.hark.market.hub.Nonsense.present;

import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.Receipt;
import dev.hark.task.Assignment;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import dev.hark.task.Redo;
import dev.hark.task.SavedDraft;
import dev.hark.task.Task;
import dev.hark.task.TaskGroup;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.DraftJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.MediumJson;
import dev.hark.wire.QuestionJson;
import dev.hark.wire.ReceiptJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a hub's assignments, questions and receipts into those of this program. */
final class TaskReader {
  private static final int MOST_PROMPT = 10_000;
  private static final int MOST_DRAFT = 400_000;
  private static final int MOST_LABEL = 500;
  private static final int MOST_WORD = 100;
  private static final int MOST_PIECES = 200;

  private TaskReader() {}

  static Assignment assignment(AssignmentJson json) throws Nonsense {
    TaskGroup group = OfferReader.group(present(json.group(), "group"));
    return new Assignment(
        id(json.id(), "assignment"),
        new Task(
            id(json.taskId(), "task"), group.id(), question(present(json.question(), "question"))),
        group,
        present(json.accepted(), "time of acceptance"),
        present(json.deadline(), "deadline"),
        oneOf(Assignment.State.class, json.state()),
        json.redo() == null
            ? Optional.empty()
            : Optional.of(
                new Redo(
                    PlainText.lines(json.redo().words(), MOST_PROMPT),
                    present(json.answer(), "answer from before").toAnswer())),
        Optional.ofNullable(json.draft()).flatMap(TaskReader::draft));
  }

  /** A draft that makes no sense is as good as none: nothing is lost by it but a convenience. */
  static Optional<SavedDraft> draft(DraftJson json) {
    Long version = json.version();
    String content = json.content();
    return version == null || content == null || content.length() > MOST_DRAFT
        ? Optional.empty()
        : Optional.of(new SavedDraft(version, content));
  }

  static Marketplace.KeptDraft kept(DraftJson json) throws Nonsense {
    return new Marketplace.KeptDraft(
        id(present(json.taskId(), "task"), "task"),
        PlainText.line(present(json.title(), "title"), 200),
        draft(json).orElseThrow(() -> new Nonsense("a draft without words")));
  }

  static Question question(QuestionJson json) throws Nonsense {
    if ("form".equals(json.type())) {
      List<Question> parts = new ArrayList<>();
      for (QuestionJson part : pieces(json.parts(), "parts")) {
        parts.add(simple(present(part, "part")));
      }
      if (parts.isEmpty()) {
        throw new Nonsense("a form without questions");
      }
      return new Question.Form(prompt(json), media(json.media()), parts);
    }
    return simple(json);
  }

  static Receipt receipt(ReceiptJson json) throws Nonsense {
    return new Receipt(
        id(json.assignmentId(), "assignment"),
        oneOf(Assignment.State.class, json.state()),
        present(json.submitted(), "time of submission"),
        OfferReader.money(json.reward(), 0),
        OfferReader.seconds(json.secondsToPay()));
  }

  static Earnings earnings(EarningsJson json) throws Nonsense {
    List<Earnings.Line> lines = new ArrayList<>();
    for (EarningsJson.CurrencyEarnings line : present(json.currencies(), "currencies")) {
      lines.add(
          new Earnings.Line(
              OfferReader.money(line.today(), Long.MIN_VALUE),
              OfferReader.money(line.week(), Long.MIN_VALUE),
              OfferReader.money(line.total(), Long.MIN_VALUE),
              OfferReader.money(line.pending(), 0),
              (int) Nonsense.within(line.todayTasks(), 0, Integer.MAX_VALUE, "tasks"),
              Duration.ofSeconds(
                  Nonsense.within(line.todaySeconds(), 0, Integer.MAX_VALUE, "work time")),
              line.month() == null
                  ? Optional.empty()
                  : Optional.of(OfferReader.money(line.month(), Long.MIN_VALUE))));
    }
    return new Earnings(lines);
  }

  private static Question simple(QuestionJson json) throws Nonsense {
    String prompt = prompt(json);
    List<Medium> media = media(json.media());
    return switch (present(json.type(), "type")) {
      case "transcription" ->
          new Question.Transcription(
              prompt,
              media,
              json.context() == null
                  ? Optional.empty()
                  : media(List.of(json.context())).stream().findFirst(),
              glossary(json.glossary()));
      case "text" -> new Question.OpenText(prompt, media);
      case "choice" ->
          new Question.Choice(prompt, media, options(json), Boolean.TRUE.equals(json.ownWords()));
      default -> throw new Nonsense("a question of a type that is not known");
    };
  }

  private static String prompt(QuestionJson json) {
    return PlainText.lines(json.prompt(), MOST_PROMPT);
  }

  private static List<Question.Option> options(QuestionJson json) throws Nonsense {
    List<Question.Option> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (QuestionJson.OptionJson option : pieces(json.options(), "options")) {
      String label = PlainText.line(present(option, "option").label(), MOST_LABEL);
      if (label.isEmpty() || !seen.add(id(option.id(), "option"))) {
        throw new Nonsense("an option is empty or there twice");
      }
      options.add(new Question.Option(option.id(), label));
    }
    if (options.size() < 2) {
      throw new Nonsense("a choice without options");
    }
    return options;
  }

  private static List<Medium> media(@Nullable List<MediumJson> list) throws Nonsense {
    List<Medium> media = new ArrayList<>();
    for (MediumJson json : list == null ? List.<MediumJson>of() : pieces(list, "media")) {
      MediumJson medium = present(json, "medium");
      media.add(
          new Medium(
              id(medium.id(), "medium"),
              PlainText.line(medium.type(), 100).toLowerCase(Locale.ROOT),
              OfferReader.length(medium.seconds()),
              PlainText.lines(medium.description(), MOST_PROMPT)));
    }
    return media;
  }

  private static List<String> glossary(@Nullable List<String> words) throws Nonsense {
    return words == null
        ? List.of()
        : pieces(words, "glossary").stream()
            .map(word -> PlainText.line(word, MOST_WORD))
            .filter(word -> !word.isEmpty())
            .toList();
  }

  private static <T> List<T> pieces(@Nullable List<T> list, String name) throws Nonsense {
    List<T> pieces = present(list, name);
    Nonsense.within(pieces.size(), 0, MOST_PIECES, name);
    return pieces;
  }
}
