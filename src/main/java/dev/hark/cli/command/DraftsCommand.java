package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Draft;
import dev.hark.journal.JournalOutbox;
import dev.hark.journal.OutboxEntry;
import dev.hark.market.Marketplace;
import dev.hark.task.Answer;
import dev.hark.work.DraftWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark drafts}: what was typed and not handed in, and what waits to be sent. */
@Command(name = "drafts", description = "cli.command.drafts")
public final class DraftsCommand extends HarkCommand {
  @Option(names = "--send", description = "cli.option.send")
  private boolean send;

  @Override
  protected ExitCode run(Context context) {
    if (send) {
      try (JournalOutbox outbox =
          new JournalOutbox(context.journal(), context.market(), (_, _) -> {})) {
        outbox.flush();
      }
    }
    List<Sentence> lines = new ArrayList<>();
    List<Draft> drafts = context.journal().drafts();
    for (Draft draft : drafts) {
      lines.add(
          Sentence.of("cli.draft", draft.title(), draft.saved(), DraftWords.of(draft.content())));
    }
    List<Marketplace.KeptDraft> elsewhere = elsewhere(context, drafts);
    for (Marketplace.KeptDraft kept : elsewhere) {
      lines.add(
          Sentence.of("cli.draft-elsewhere", kept.title(), DraftWords.of(kept.draft().content())));
    }
    List<OutboxEntry> waiting = context.journal().waiting();
    for (OutboxEntry entry : waiting) {
      lines.add(Sentence.of("cli.waiting", entry.title(), entry.reward(), words(entry.answer())));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("cli.no-drafts"));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("drafts", drafts);
    json.put("elsewhere", elsewhere);
    json.put("waiting", waiting.stream().map(DraftsCommand::json).toList());
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  /** Those on another's hub that are newer than what is here; one's own hub has no other. */
  private static List<Marketplace.KeptDraft> elsewhere(Context context, List<Draft> here) {
    if (context.hub().isEmpty()) {
      return List.of();
    }
    Map<String, Long> known = new HashMap<>();
    here.forEach(draft -> known.put(draft.taskId(), draft.saved().toEpochMilli()));
    try {
      return context.market().keptDrafts().stream()
          .filter(kept -> known.getOrDefault(kept.taskId(), 0L) < kept.draft().version())
          .toList();
    } catch (Fault.HubDown down) {
      context.output().progress(Sentence.of("cli.drafts-unreached"));
      return List.of();
    }
  }

  private static Map<String, Object> json(OutboxEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("assignmentId", entry.assignmentId());
    json.put("title", entry.title());
    json.put("queued", entry.queued());
    json.put("answer", words(entry.answer()));
    return json;
  }

  static String words(Answer answer) {
    return switch (answer) {
      case Answer.Text(String text, _) -> text;
      case Answer.Choice(String option) -> option;
      case Answer.Form(List<Answer> parts) ->
          String.join("; ", parts.stream().map(DraftsCommand::words).toList());
    };
  }
}
