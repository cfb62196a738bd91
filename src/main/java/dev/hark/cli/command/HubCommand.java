package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hark hub serve}: the hub alone. */
@Command(
    name = "hub",
    description = "cli.command.hub",
    subcommands = {HubCommand.Serve.class})
public final class HubCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("cli.hub-which"));
  }

  /** Serves until Ctrl-C or TERM; its address is the one line of its result. */
  @Command(name = "serve", description = "cli.command.hub-serve")
  static final class Serve extends HarkCommand {
    @Option(names = "--port", paramLabel = "N", description = "cli.option.port")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "cli.option.data")
    private @Nullable Path data;

    @Option(names = "--demo", description = "cli.option.demo")
    private boolean demo;

    @Override
    protected ExitCode run(Context context) {
      if (port < 0 || port > 65_535) {
        throw new Fault.Usage(Sentence.of("cli.bad-port", Integer.toString(port)));
      }
      Path given = data;
      boolean own = given == null;
      Path folder = given == null ? Connection.hubFolder(context.folders().made()) : given;
      EmbeddedHub hub =
          EmbeddedHub.start(
              EmbeddedHub.alone(folder, port, demo || own), context.output()::progress);
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
  }
}
