package dev.hark.cli.command;

import dev.hark.audio.cut.CutRules;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.recording.GoldFile;
import dev.hark.cli.recording.JobOptions;
import dev.hark.cli.recording.PiecePrice;
import dev.hark.cli.recording.Posting;
import dev.hark.cli.recording.Recording;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.journal.HalfSent;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.FundsJson;
import dev.hark.wire.JobJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewJobJson;
import dev.hark.wire.QualityJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request audio}: has recordings written down piece by piece, by several people. */
@Command(name = "audio", description = "recording.command")
final class AudioCommand extends HarkCommand {
  private static final double MOST_GOLD = 0.5;
  private static final int MOST_NAME = 200;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "recording.option.file")
  private List<Path> files = new ArrayList<>();

  @Mixin private JobOptions asked = new JobOptions();
  @Mixin private FloorOptions floor = new FloorOptions();
  @Mixin private PieceRewardOptions pay = new PieceRewardOptions();

  @Option(names = "--gold", paramLabel = "FILE", description = "recording.option.gold")
  private @Nullable Path gold;

  @Option(names = "--gold-rate", paramLabel = "SHARE", description = "recording.option.gold-rate")
  private double goldRate = 0.1;

  @Option(names = "--name", paramLabel = "NAME", description = "cli.request.name")
  private @Nullable String name;

  @Option(names = "--dry-run", description = "recording.option.dry-run")
  private boolean dryRun;

  @Override
  protected ExitCode run(Context context) {
    CutRules rules = asked.checked();
    if (!(goldRate >= 0 && goldRate <= MOST_GOLD)) {
      throw new Fault.Usage(Sentence.of("recording.bad-rate", Double.toString(goldRate)));
    }
    List<String> glossary = asked.glossary();
    Optional<GoldFile> golds = Optional.ofNullable(gold).map(GoldFile::read);
    List<Recording> recordings =
        files.stream()
            .map(file -> Recording.read(file, rules, context.output()::progress))
            .toList();
    recordings.stream()
        .flatMap(recording -> recording.doubts().stream())
        .forEach(context.output()::progress);
    try (RequesterDesk desk =
        name == null ? context.connection().requester() : context.connection().requester(name)) {
      FundsJson funds;
      try (MoneyDesk money = context.connection().requesterMoney()) {
        funds = money.funds();
      }
      double known = gold == null ? 0 : goldRate;
      Quote quote =
          pay.quote(context, desk, floor, funds.feeBasisPoints(), recordings, asked, known);
      List<Sentence> lines = new ArrayList<>(quote.sentences());
      Map<String, Object> json = new LinkedHashMap<>(quote.json());
      asked
          .lifetime()
          .ifPresent(
              open -> {
                lines.add(Sentence.of("recording.lifetime", Instant.now().plus(open)));
                json.put("lifetimeSeconds", open.toSeconds());
              });
      if (dryRun) {
        lines.add(quote.covered(funds));
        lines.add(Sentence.of("recording.dry-run"));
      } else {
        lines.forEach(context.output()::progress);
        lines.clear();
        Posting posting = new Posting(desk, desk.jobs(), context.output()::progress);
        List<Posting.Sent> sent = recordings.stream().map(one -> sent(context, one)).toList();
        requireCovered(posting, sent, quote, funds);
        json.put("jobs", post(context, desk, posting, sent, quote, glossary, golds, lines));
      }
      context.output().result(json, lines);
    }
    return ExitCode.OK;
  }

  private List<Map<String, Object>> post(
      Context context,
      RequesterDesk desk,
      Posting posting,
      List<Posting.Sent> sent,
      Quote quote,
      List<String> glossary,
      Optional<GoldFile> known,
      List<Sentence> lines) {
    List<Map<String, Object>> jobs = new ArrayList<>();
    Optional<String> budget = budget(quote, sent);
    for (Posting.Sent one : sent) {
      Recording recording = one.recording();
      NewJobJson asked = job(context, quote, recording, glossary, budget);
      Optional<JobJson> before = posting.made(one);
      before
          .map(JobJson::reward)
          .or(() -> one.begun().map(NewJobJson::reward))
          .filter(reward -> !reward.equals(asked.reward()))
          .ifPresent(
              reward ->
                  context
                      .output()
                      .progress(
                          Sentence.of(
                              "recording.price-stays", recording.name(), reward.toMoney())));
      JobJson job = before.orElseGet(() -> posting.post(one, asked));
      known
          .filter(_ -> desk.quality(job.groupId()).goldTasks() == 0)
          .ifPresent(
              golds ->
                  desk.quality(
                      job.groupId(),
                      new QualityJson(
                          goldRate,
                          golds.tasks(desk, asked.prompt(), glossary),
                          true,
                          null,
                          null)));
      lines.add(
          Sentence.of(
              before.isPresent() ? "recording.posted-before" : "recording.posted",
              recording.name(),
              job.id(),
              job.pieces(),
              job.groupId()));
      jobs.add(Map.of("file", recording.name(), "job", job, "before", before.isPresent()));
    }
    return jobs;
  }

  /** Before hours of sound are sent in vain. */
  private static void requireCovered(
      Posting posting, List<Posting.Sent> sent, Quote quote, FundsJson funds) {
    List<Recording> fresh =
        sent.stream()
            .filter(one -> one.begun().isEmpty() && posting.made(one).isEmpty())
            .map(Posting.Sent::recording)
            .toList();
    quote
        .missing(fresh, funds)
        .ifPresent(
            missing -> {
              throw new Fault.Refused(Refusal.NOT_COVERED, missing);
            });
  }

  private Posting.Sent sent(Context context, Recording recording) {
    String typed = asked.typed() + "\n" + pay.typed();
    String here = String.join("\n", context.connection().market(), String.valueOf(name), typed);
    return new Posting.Sent(
        recording,
        new HalfSent(context.folders().made(), recording.digest(here)),
        recording.digest(typed));
  }

  /** A name that is the same whenever the same recordings are posted together. */
  private static Optional<String> budget(Quote quote, List<Posting.Sent> sent) {
    return quote
        .budget()
        .filter(_ -> sent.size() > 1)
        .map(
            _ ->
                sent.getFirst()
                    .recording()
                    .digest(
                        sent.stream().map(Posting.Sent::key).collect(Collectors.joining("\n"))));
  }

  private NewJobJson job(
      Context context,
      Quote quote,
      Recording recording,
      List<String> glossary,
      Optional<String> budget) {
    PiecePrice price = quote.price();
    Duration typical = quote.sound();
    String name = recording.name();
    return new NewJobJson(
        name.substring(0, Math.min(name.length(), MOST_NAME)),
        Optional.ofNullable(asked.title())
            .orElseGet(
                () ->
                    context
                        .wording()
                        .say("recording.title", Math.max(1, (typical.toMillis() + 500) / 1000))),
        Optional.ofNullable(asked.prompt())
            .orElseGet(() -> context.wording().say("recording.prompt")),
        asked.language(),
        recording.facts().length().toMillis(),
        glossary,
        quote.least(),
        asked.most(),
        quote.answers(recording),
        MoneyJson.of(price.reward()),
        price.bonus() == 0
            ? null
            : new MoneyJson(price.bonus(), price.currency().getCurrencyCode()),
        asked.target().isPresent() ? asked.target().getAsDouble() : null,
        quote.wordWorth().map(MoneyJson::of).orElse(null),
        asked.repeats() == 0 ? null : asked.repeats(),
        quote.allowed().toSeconds(),
        null,
        asked.lifetime().map(Duration::toSeconds).orElse(null),
        null,
        List.of(),
        null,
        null,
        budget.orElse(null),
        List.of());
  }
}
