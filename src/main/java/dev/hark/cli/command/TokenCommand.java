package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.AccountDesk;
import dev.hark.wire.NewTokenJson;
import dev.hark.wire.TokenJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark token}: the tokens of one's own account on a hub. */
@Command(
    name = "token",
    description = "account.command.token",
    subcommands = {
      TokenCommand.ListThem.class,
      TokenCommand.Make.class,
      TokenCommand.Rotate.class,
      TokenCommand.Revoke.class
    })
public final class TokenCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    return list(context, Tokens.Role.WORKER);
  }

  private static ExitCode list(Context context, Tokens.Role role) {
    List<TokenJson> tokens;
    try (AccountDesk desk = context.connection().account(role)) {
      tokens = desk.tokens();
    }
    context.output().result(Map.of("tokens", tokens), TokenLines.of(tokens));
    return ExitCode.OK;
  }

  /** What all of them ask: which of one's accounts is meant. */
  abstract static class OfAccount extends HarkCommand {
    @Option(names = "--as", paramLabel = "ROLE", description = "account.option.as")
    private Tokens.Role role = Tokens.Role.WORKER;

    Tokens.Role role() {
      return role;
    }
  }

  @Command(name = "list", description = "account.command.token-list")
  static final class ListThem extends OfAccount {
    @Override
    protected ExitCode run(Context context) {
      return list(context, role());
    }
  }

  @Command(name = "make", description = "account.command.token-make")
  static final class Make extends OfAccount {
    @Option(names = "--name", paramLabel = "NAME", description = "account.option.token-name")
    private @Nullable String name;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "account.option.scope")
    private List<String> scopes = new ArrayList<>();

    @Option(names = "--days", paramLabel = "N", description = "account.option.days")
    private @Nullable Integer days;

    @Override
    protected ExitCode run(Context context) {
      TokenJson made;
      try (AccountDesk desk = context.connection().account(role())) {
        made =
            desk.make(
                new NewTokenJson(
                    name,
                    scopes.isEmpty() ? null : scopes,
                    days == null ? null : Duration.ofDays(days).toSeconds()));
      }
      context.output().result(made, made(made));
      return ExitCode.OK;
    }
  }

  /** What is said of a token that has just been made; its secret is the last line. */
  static List<Sentence> made(TokenJson made) {
    return List.of(
        Sentence.of("account.token-made", made.id()),
        Sentence.of("account.secret", Objects.requireNonNull(made.token())));
  }

  @Command(name = "rotate", description = "account.command.token-rotate")
  static final class Rotate extends OfAccount {
    @Option(names = "--overlap", paramLabel = "SECONDS", description = "account.option.overlap")
    private @Nullable Long overlap;

    @Override
    protected ExitCode run(Context context) {
      Tokens.Account before = context.connection().kept(role());
      TokenJson fresh;
      try (AccountDesk desk = context.connection().account(role())) {
        fresh = desk.rotate(overlap);
      }
      String secret = Objects.requireNonNull(fresh.token());
      context.connection().keep(role(), new Tokens.Account(before.id(), secret));
      context
          .output()
          .result(
              Map.of("id", fresh.id()), List.of(Sentence.of("account.token-rotated", fresh.id())));
      return ExitCode.OK;
    }
  }

  @Command(name = "revoke", description = "account.command.token-revoke")
  static final class Revoke extends OfAccount {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "account.param.token")
    private @Nullable String id;

    @Option(names = "--others", description = "account.option.others")
    private boolean others;

    @Override
    protected ExitCode run(Context context) {
      if ((id == null) != others) {
        throw new Fault.Usage(Sentence.of("account.revoke-which"));
      }
      try (AccountDesk desk = context.connection().account(role())) {
        if (id == null) {
          desk.revokeOthers();
          context.output().say(Sentence.of("account.others-revoked"));
        } else {
          desk.revoke(id);
          context.output().say(Sentence.of("account.token-revoked", id));
        }
      }
      return ExitCode.OK;
    }
  }
}
