package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.AccountDesk;
import dev.hark.market.hub.HubAccounts;
import dev.hark.wire.AccountJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark hub account}: the accounts of a hub, for its operator. */
@Command(
    name = "account",
    description = "account.command.hub-account",
    subcommands = {
      HubAccountCommand.ListThem.class,
      HubAccountCommand.Make.class,
      HubAccountCommand.Close.class
    })
final class HubAccountCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("account.account-which"));
  }

  /** The name of a role in words. */
  private static Sentence role(String role) {
    return Sentence.of("account.role-" + role.toLowerCase(Locale.ROOT));
  }

  /** The role as the hub writes it. */
  private static String wanted(String role) {
    return Tokens.Role.named(role.toUpperCase(Locale.ROOT))
        .map(Enum::name)
        .orElseThrow(() -> new Fault.Usage(Sentence.of("account.unknown-role", role)));
  }

  @Command(name = "list", description = "account.command.hub-account-list")
  static final class ListThem extends HarkCommand {
    @Option(names = "--role", paramLabel = "ROLE", description = "account.option.role")
    private @Nullable String only;

    @Option(names = "--limit", paramLabel = "N", description = "account.option.limit")
    private int limit = 100;

    @Override
    protected ExitCode run(Context context) {
      Optional<String> role = Optional.ofNullable(only).map(HubAccountCommand::wanted);
      List<AccountJson> accounts;
      try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
        accounts = desk.accounts(role, Math.max(1, limit));
      }
      List<Sentence> lines = new ArrayList<>();
      for (AccountJson one : accounts) {
        lines.add(
            Sentence.of(
                one.closed() == null ? "account.account" : "account.account-closed",
                one.id(),
                role(one.role()),
                one.name().isEmpty()
                    ? Sentence.of("account.nameless")
                    : Sentence.of("account.named", one.name()),
                one.closed() == null ? one.created() : one.closed()));
      }
      if (lines.isEmpty()) {
        lines.add(Sentence.of("account.no-account"));
      }
      context.output().result(Map.of("accounts", accounts), lines);
      return ExitCode.OK;
    }
  }

  @Command(name = "make", description = "account.command.hub-account-make")
  static final class Make extends HarkCommand {
    @Parameters(index = "0", paramLabel = "ROLE", description = "account.option.role")
    private String role = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "NAME",
        description = "account.param.name")
    private String name = "";

    @Override
    protected ExitCode run(Context context) {
      String wanted = wanted(role);
      HubAccounts.Account made;
      try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
        made = desk.makeAccount(wanted, name);
      }
      context
          .output()
          .result(
              Map.of("id", made.id(), "role", wanted, "token", made.token()),
              List.of(
                  Sentence.of("account.account-made", made.id(), role(wanted)),
                  Sentence.of("account.secret", made.token())));
      return ExitCode.OK;
    }
  }

  @Command(name = "close", description = "account.command.hub-account-close")
  static final class Close extends HarkCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "account.param.account")
    private String id = "";

    @Override
    protected ExitCode run(Context context) {
      AccountJson closed;
      try (AccountDesk desk = context.connection().account(Tokens.Role.OPERATOR)) {
        closed = desk.close(id);
      }
      context.output().result(closed, List.of(Sentence.of("account.closed", closed.id())));
      return ExitCode.OK;
    }
  }
}
