package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Setting;
import dev.hark.cli.hub.Connection;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.Tokens;
import dev.hark.market.hub.AccountDesk;
import dev.hark.wire.AccountJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hark connect ADDRESS --token-file FILE}: signs in to a hub with a token that one has, so
 * that a worker can go on at another computer. A token is read from a file or from standard input,
 * never from the command line, where others of the computer could read it.
 */
@Command(name = "connect", description = "account.command.connect")
public final class ConnectCommand extends HarkCommand {
  private static final int LONGEST = 1000;

  /** A token travels in the clear only where it does not leave the computer. */
  private static final String SAFE =
      "https://\\S+|http://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])([:/]\\S*)?";

  @Parameters(paramLabel = "ADDRESS", description = "account.param.address")
  private @Nullable String address;

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "account.option.token-file")
  private @Nullable String file;

  @Override
  protected ExitCode run(Context context) {
    String hub = Objects.requireNonNull(address);
    if (!hub.matches(SAFE)) {
      throw new Fault.Usage(Sentence.of("account.no-address", hub));
    }
    String token = token(context);
    AccountJson me;
    try (AccountDesk desk = new AccountDesk(hub, token)) {
      me = desk.me();
    }
    Tokens.Role role =
        Tokens.Role.named(me.role())
            .orElseThrow(() -> new Fault.Usage(Sentence.of("account.unknown-role", me.role())));
    try (Connection connection = Connection.to(context.folders(), hub)) {
      connection.keep(role, new Tokens.Account(me.id(), token));
      context.settings().set(Setting.HUB, connection.address());
      context
          .output()
          .result(
              Map.of("hub", connection.address(), "account", me.id(), "role", me.role()),
              List.of(
                  Sentence.of(
                      "account.connected",
                      connection.address(),
                      Sentence.of("account.role-" + me.role().toLowerCase(Locale.ROOT)))));
    }
    return ExitCode.OK;
  }

  private String token(Context context) {
    String name = Objects.requireNonNull(file);
    try {
      String token = name.equals("-") ? typed(context) : Files.readString(Path.of(name));
      String plain = token.strip();
      if (plain.isEmpty()
          || plain.length() > LONGEST
          || plain.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        throw new Fault.Usage(Sentence.of("account.no-secret", name));
      }
      return plain;
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("account.token-unreadable", name), e);
    }
  }

  private static String typed(Context context) throws IOException {
    if (context.environment().terminal().getAsBoolean()) {
      context.output().progress(Sentence.of("account.type-token"));
    }
    // Its owner closes it.
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(context.environment().in(), StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line;
  }
}
