package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.transcript.TextFile;
import dev.hark.transcript.WordErrors;
import dev.hark.transcript.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark transcript wer}: how texts differ from their references. */
@Command(name = "wer", description = "transcript.command-wer")
final class WordErrorsCommand extends HarkCommand {
  private static final double PERCENT = 100;

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "FILE",
      description = "transcript.option.reference")
  private @Nullable Path reference;

  @Option(
      names = "--hypothesis",
      required = true,
      paramLabel = "FILE",
      description = "transcript.option.hypothesis")
  private @Nullable Path hypothesis;

  @Option(names = "--per-utterance", description = "transcript.option.per-utterance")
  private boolean perUtterance;

  @Override
  protected ExitCode run(Context context) {
    Path said = Objects.requireNonNull(reference);
    Path held = Objects.requireNonNull(hypothesis);
    Map<String, String> wanted = TextFile.read(said);
    Map<String, String> given = TextFile.read(held);
    if (wanted.isEmpty()) {
      throw new Fault.BadFile(Sentence.of("transcript.empty", said.toString()), null);
    }
    List<Sentence> lines = new ArrayList<>();
    List<Map<String, Object>> each = new ArrayList<>();
    WordErrors all = WordErrors.NONE;
    double rates = 0;
    int missing = 0;
    for (Map.Entry<String, String> one : wanted.entrySet()) {
      String text = given.get(one.getKey());
      missing += text == null ? 1 : 0;
      WordErrors errors = errors(one.getKey(), one.getValue(), text == null ? "" : text);
      all = all.plus(errors);
      rates += errors.rate();
      if (perUtterance) {
        lines.add(
            Sentence.of(
                "transcript.utterance",
                one.getKey(),
                PERCENT * errors.rate(),
                errors.substitutions(),
                errors.insertions(),
                errors.deletions(),
                errors.words()));
        each.add(json(one.getKey(), errors));
      }
    }
    double mean = rates / wanted.size();
    long strangers = given.keySet().stream().filter(id -> !wanted.containsKey(id)).count();
    lines.add(Sentence.of("transcript.wer", PERCENT * mean, PERCENT * all.rate(), wanted.size()));
    lines.add(
        Sentence.of(
            "transcript.counts",
            all.substitutions(),
            all.insertions(),
            all.deletions(),
            all.words()));
    if (missing > 0) {
      lines.add(Sentence.of("transcript.missing", missing, held.toString()));
    }
    if (strangers > 0) {
      lines.add(Sentence.of("transcript.strangers", strangers, held.toString()));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("utterances", wanted.size());
    json.put("mean", mean);
    json.put("pooled", all.rate());
    json.put("words", all.words());
    json.put("substitutions", all.substitutions());
    json.put("insertions", all.insertions());
    json.put("deletions", all.deletions());
    json.put("missing", missing);
    json.put("strangers", strangers);
    if (perUtterance) {
      json.put("each", each);
    }
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private static WordErrors errors(String id, String wanted, String given) {
    try {
      return WordErrors.of(Words.of(wanted), Words.of(given));
    } catch (IllegalArgumentException e) {
      throw new Fault.BadFile(Sentence.of("transcript.too-long", id), e);
    }
  }

  private static Map<String, Object> json(String id, WordErrors errors) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("rate", errors.rate());
    json.put("words", errors.words());
    json.put("substitutions", errors.substitutions());
    json.put("insertions", errors.insertions());
    json.put("deletions", errors.deletions());
    return json;
  }
}
