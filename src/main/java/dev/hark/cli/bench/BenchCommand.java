package dev.hark.cli.bench;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Nearest;
import dev.hark.cli.TemporaryFolder;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark bench NAME}: measures, and says whether the goal holds. */
@Command(name = "bench", description = "cli.command.bench")
public final class BenchCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "bench.name")
  private String name = "";

  @Option(names = "--crowd", paramLabel = "FOLDER", description = "bench.option.crowd")
  private @Nullable Path crowd;

  @Option(names = "--minutes", paramLabel = "MINUTES", description = "bench.option.minutes")
  private double minutes = 0.5;

  @Override
  protected ExitCode run(Context context) {
    Benchmark benchmark =
        named(name, Benchmark.all(crowd(context), minutes, context.environment().variables()));
    double figure;
    try (TemporaryFolder folder = TemporaryFolder.make("hark-bench")) {
      Path cache = context.folders().cache().resolve("..").toAbsolutePath().normalize();
      figure = benchmark.measure(Stage.in(folder.path(), cache), context.output()::say);
    }
    context.output().text(Benchmark.lastLine(benchmark, figure));
    return figure <= benchmark.goal() ? ExitCode.OK : ExitCode.NO;
  }

  /** By the option, HARK_CROWD, or beside this installation. */
  private Path crowd(Context context) {
    if (crowd != null) {
      return crowd;
    }
    return context
        .environment()
        .variable("HARK_CROWD")
        .map(Path::of)
        .orElseGet(
            () ->
                Path.of(System.getProperty("hark.home", "."))
                    .toAbsolutePath()
                    .normalize()
                    .resolveSibling("shared")
                    .resolve("data")
                    .resolve("crowdspeech"));
  }

  private static Benchmark named(String name, List<Benchmark> all) {
    List<String> names = all.stream().map(Benchmark::name).toList();
    return all.stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Fault.Usage(
                    Nearest.to(name, names)
                        .map(near -> Sentence.of("bench.unknown-near", name, near))
                        .orElseGet(
                            () -> Sentence.of("bench.unknown", name, String.join(", ", names)))));
  }
}
