package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.cli.hub.HubPlace;
import dev.hark.cli.hub.Listening;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(names = "--data", paramLabel = "DIR", description = "cli.option.data")
  private @Nullable Path data;

  @Option(names = "--db", paramLabel = "URL", description = "cli.option.db")
  private @Nullable String db;

  @Option(names = "--media", paramLabel = "DIR", description = "cli.option.media")
  private @Nullable Path media;

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
                demo || isOwn()),
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

  /** Whether it is the hub that {@code hark} itself starts where it is told of no other. */
  private boolean isOwn() {
    return data == null && db == null && media == null;
  }

  private HubPlace place(Context context) {
    Path folder = data;
    if (folder == null && !isOwn()) {
      throw new Fault.Usage(Sentence.of("operate.own-folder"));
    }
    return HubPlace.of(
        folder == null ? Connection.hubFolder(context.folders().made()) : folder,
        Optional.ofNullable(db),
        Optional.ofNullable(media),
        context.environment().variable(PASSWORD));
  }
}
