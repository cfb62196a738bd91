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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark hub token}: anybody's tokens, for a hub's operator. */
@Command(
    name = "token",
    description = "account.command.hub-token",
    subcommands = {
      HubTokenCommand.ListThem.class,
      HubTokenCommand.Make.class,
      HubTokenCommand.Revoke.class
    })
final class HubTokenCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("account.token-which"));
  }

  /** What all of them ask: whose. */
  abstract static class OfAccount extends HarkCommand {
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "account.param.account")
    private String account = "";

    String account() {
      return account;
    }
  }

  @Command(name = "list", description = "account.command.hub-token-list")
  static final class ListThem extends OfAccount {
    @Override
    protected ExitCode run(Context context) {
      List<TokenJson> tokens;
      try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
        tokens = desk.tokensOf(account());
      }
      context.output().result(Map.of("tokens", tokens), TokenLines.of(tokens));
      return ExitCode.OK;
    }
  }

  @Command(name = "make", description = "account.command.hub-token-make")
  static final class Make extends OfAccount {
    @Override
    protected ExitCode run(Context context) {
      TokenJson made;
      try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
        made = desk.makeFor(account(), new NewTokenJson(null, null, null));
      }
      context.output().result(made, TokenCommand.made(made));
      return ExitCode.OK;
    }
  }

  @Command(name = "revoke", description = "account.command.hub-token-revoke")
  static final class Revoke extends OfAccount {
    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "ID",
        description = "account.param.token-or-all")
    private @Nullable String id;

    @Override
    protected ExitCode run(Context context) {
      try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
        desk.revokeOf(account(), Optional.ofNullable(id));
      }
      context
          .output()
          .say(
              id == null
                  ? Sentence.of("account.all-revoked", account())
                  : Sentence.of("account.token-revoked", id));
      return ExitCode.OK;
    }
  }
}
