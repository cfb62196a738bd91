package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.cli.hub.HubPlace;
import dev.hark.cli.hub.Listening;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code hark hub serve}: the hub alone, until Ctrl-C or TERM; its address is the one line of its
 * result.
 */
@Command(name = "serve", description = "cli.command.hub-serve")
final class HubServeCommand extends HarkCommand {
  private static final String PASSWORD = "HARK_DB_PASSWORD";

  @Option(names = "--port", paramLabel = "N", description = "cli.option.port")
  private int port;

  @Option(names = "--host", paramLabel = "ADDRESS", description = "account.option.host")
  private @Nullable String host;

  @Option(
      names = "--behind-proxy",
      paramLabel = "ADDRESS",
      description = "account.option.behind-proxy")
  private List<String> proxies = new ArrayList<>();

  @Mixin private HubPlaceOptions options = new HubPlaceOptions();

  @Option(names = "--no-overlays", description = "imported.option.no-overlays")
  private boolean noOverlays;

  @Option(names = "--demo", description = "cli.option.demo")
  private boolean demo;

  @Override
  protected ExitCode run(Context context) {
    if (port < 0 || port > 65_535) {
      throw new Fault.Usage(Sentence.of("cli.bad-port", Integer.toString(port)));
    }
    EmbeddedHub hub =
        EmbeddedHub.start(
            EmbeddedHub.alone(
                place(context),
                new Listening(Optional.ofNullable(host), port, proxies, !noOverlays),
                demo || options.isOwn()),
            context.output()::progress);
    CountDownLatch closed = new CountDownLatch(1);
    Thread atExit =
        new Thread(
            () -> {
              hub.close();
              closed.countDown();
            },
            "hub-close");
    Runtime.getRuntime().addShutdownHook(atExit);
    context.output().text(hub.address());
    try {
      closed.await();
    } catch (InterruptedException e) {
      hub.close();
      Runtime.getRuntime().removeShutdownHook(atExit);
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.OK;
  }

  private HubPlace place(Context context) {
    if (options.isOwn()) {
      var _ = context.folders().made();
    } else if (!options.namesFolder()) {
      throw new Fault.Usage(Sentence.of("operate.own-folder"));
    }
    return options.place(context, context.environment().variable(PASSWORD));
  }
}
