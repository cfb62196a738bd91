package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Qualification;
import dev.hark.market.QualificationWords;
import dev.hark.market.Qualifications;
import dev.hark.task.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark qualifications}: what one has and could have, asking, tests, where one lives. */
@Command(
    name = "qualifications",
    description = "qualify.command.list",
    subcommands = {
      QualificationsCommand.Request.class,
      TestCommand.class,
      QualificationsCommand.Lives.class
    })
public final class QualificationsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    Qualifications.Standing standing;
    List<Qualification> mine;
    List<Qualification> offered;
    try (Qualifications market = context.connection().qualifications()) {
      standing = market.standing();
      mine = market.mine();
      offered = market.offered().stream().filter(one -> one.mine().isEmpty()).toList();
    }
    List<Sentence> lines = new ArrayList<>(QualificationWords.standing(standing));
    mine.forEach(
        one -> one.mine().ifPresent(held -> lines.addAll(QualificationWords.mine(one, held))));
    if (offered.isEmpty()) {
      lines.add(Sentence.of("qualify.say.nothing-offered"));
    } else {
      lines.add(Sentence.of("qualify.say.offered-count", offered.size()));
      offered.forEach(one -> lines.add(QualificationWords.offered(one)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("standing", standing(standing));
    json.put("mine", mine.stream().map(QualificationsCommand::json).toList());
    json.put("offered", offered.stream().map(QualificationsCommand::json).toList());
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private static Map<String, Object> standing(Qualifications.Standing standing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("decided", standing.decided());
    json.put("approved", standing.approved());
    standing.share().ifPresent(share -> json.put("share", share));
    standing.place().ifPresent(place -> json.put("lives", place.code()));
    return json;
  }

  static Map<String, Object> json(Qualification one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("name", one.name());
    json.put("description", one.description());
    json.put("owner", one.owner());
    json.put("way", one.way());
    json.put("least", one.least());
    json.put("most", one.most());
    json.put("retired", one.retired());
    json.put("questions", one.questions());
    one.mine()
        .ifPresent(
            held -> {
              json.put("state", held.state());
              held.value().ifPresent(value -> json.put("value", value));
              json.put("reason", held.reason());
              held.again().ifPresent(again -> json.put("again", again));
            });
    return json;
  }

  @Command(name = "request", description = "qualify.command.request")
  static final class Request extends HarkCommand {
    @Parameters(paramLabel = "ID", description = "qualify.option.id")
    private String id = "";

    @Option(names = "--words", paramLabel = "TEXT", description = "qualify.option.words")
    private String words = "";

    @Override
    protected ExitCode run(Context context) {
      Qualification one;
      try (Qualifications market = context.connection().qualifications()) {
        one = market.request(id, words);
      }
      context
          .output()
          .result(
              json(one),
              one.mine().map(held -> QualificationWords.mine(one, held)).orElse(List.of()));
      return ExitCode.OK;
    }
  }

  @Command(name = "place", description = "qualify.command.place")
  static final class Lives extends HarkCommand {
    @Parameters(arity = "0..1", paramLabel = "PLACE", description = "qualify.option.place")
    private @Nullable String place;

    @Option(names = "--forget", description = "qualify.option.forget")
    private boolean forget;

    @Override
    protected ExitCode run(Context context) {
      Qualifications.Standing standing;
      String named = place;
      try (Qualifications market = context.connection().qualifications()) {
        standing =
            forget
                ? market.forgetPlace()
                : named == null ? market.standing() : market.declare(read(named));
      }
      context.output().result(standing(standing), List.of(QualificationWords.place(standing)));
      return ExitCode.OK;
    }

    private static Place read(String typed) {
      String code = typed.strip().toUpperCase(Locale.ROOT).replace('_', '-');
      try {
        return new Place(
            code.split("-", 2)[0], code.contains("-") ? Optional.of(code) : Optional.empty());
      } catch (IllegalArgumentException e) {
        throw new Fault.Usage(Sentence.of("qualify.bad-place", typed));
      }
    }
  }
}
