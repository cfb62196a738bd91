package dev.hark.cli;

import dev.hark.cli.output.JsonOutput;
import dev.hark.cli.output.Output;
import dev.hark.cli.output.PlainOutput;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.UserFolders;
import dev.hark.wording.Wording;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Where {@code hark} begins: reads the first word, runs that command, and turns faults into words.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LogFile.catchAll();
    int code = run(Environment.ofProcess(), args);
    if (code != ExitCode.OK.number() || othersRun()) {
      System.exit(code);
    }
  }

  /**
   * Exit asks every library for its logging first, which costs a quick command a third of its time.
   */
  private static boolean othersRun() {
    Thread[] threads = new Thread[Thread.activeCount() + 8];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (!threads[i].isDaemon() && !threads[i].equals(Thread.currentThread())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(Environment environment, String... args) {
    Arguments arguments = Arguments.of(args);
    UserFolders folders = UserFolders.of(environment.variables());
    Settings settings = new Settings(folders);
    Wording wording = Wording.of(Language.of(arguments, environment, settings));
    Output output =
        arguments.has("--json")
            ? new JsonOutput(wording, environment.out(), environment.err())
            : new PlainOutput(wording, environment.out(), environment.err());
    ExitCode code;
    try (Context context =
        new Context(environment, folders, settings, wording, output, arguments.value("--hub"))) {
      Language.check(arguments);
      code = dispatch(arguments, context);
    } catch (Fault fault) {
      code = ExitCode.of(fault);
      if (fault.getCause() != null) {
        LogFile.record(folders, fault);
      }
      output.fault(fault.sentence(), code.number());
    } catch (RuntimeException | Error unexpected) {
      code = ExitCode.INTERNAL;
      LogFile.record(folders, unexpected);
      output.fault(
          Sentence.of("cli.internal", folders.data().resolve("hark.log").toString()),
          code.number());
    }
    environment.out().flush();
    environment.err().flush();
    return code.number();
  }

  private static ExitCode dispatch(Arguments arguments, Context context) {
    boolean bare = arguments.word().isEmpty();
    if (bare && (arguments.has("--version") || arguments.has("-V"))) {
      context.output().text("hark " + Version.current());
      return ExitCode.OK;
    }
    if (bare && (arguments.has("--help") || arguments.has("-h"))) {
      context.output().text(Help.of(Commands.tree(), context.wording()));
      return ExitCode.OK;
    }
    String word = arguments.word().orElse("work");
    CommandLine command = Commands.named(word).orElseThrow(() -> unknown(word));
    try {
      return run(command.parseArgs(arguments.rest().toArray(String[]::new)), context);
    } catch (CommandLine.ParameterException wrong) {
      throw ParseFaults.of(wrong);
    }
  }

  private static ExitCode run(CommandLine.ParseResult parsed, Context context) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine.Model.CommandSpec spec = last.commandSpec();
    HarkCommand command = (HarkCommand) spec.userObject();
    if (last.isUsageHelpRequested()) {
      context.output().text(Help.of(spec.commandLine(), context.wording()));
      return ExitCode.OK;
    }
    return command.run(context);
  }

  private static Fault.Usage unknown(String word) {
    Optional<String> near = Nearest.to(word, Commands.NAMES);
    return new Fault.Usage(
        near.map(name -> Sentence.of("cli.unknown-command-near", word, name))
            .orElseGet(() -> Sentence.of("cli.unknown-command", word)));
  }
}
