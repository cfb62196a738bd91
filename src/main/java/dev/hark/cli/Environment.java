package dev.hark.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a run of {@code hark} finds around it. Text goes in and out as UTF-8.
 *
 * @param variables environment variables
 * @param in standard input
 * @param out for results
 * @param err for progress and faults
 * @param terminal whether both input and output are a terminal
 */
public record Environment(
    Map<String, String> variables,
    InputStream in,
    PrintStream out,
    PrintStream err,
    BooleanSupplier terminal) {

  /** The one of this process. */
  public static Environment ofProcess() {
    return new Environment(
        System.getenv(),
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Environment::onTerminal);
  }

  /** A variable's value; empty where it is unset or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  @SuppressWarnings("SystemConsoleNull") // the null check is for the checker of nulls
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8192),
        false,
        StandardCharsets.UTF_8);
  }
}
