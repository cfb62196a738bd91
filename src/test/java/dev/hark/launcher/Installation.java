package dev.hark.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A copy of the launcher with a tiny program in the place of Hark and a tiny one in Maven's. */
final class Installation {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("hark.root", "")).toAbsolutePath().resolve("hark");

  /** Says its arguments, or does what the first one says. */
  private static final String PROGRAM =
      """
      public class Tiny {
        public static void main(String[] args) throws Exception {
          String word = args.length == 0 ? "" : args[0];
          if (word.equals("train") && Boolean.getBoolean("tiny.untrainable")) {
            Runtime.getRuntime().halt(1);
          }
          if (word.equals("wait")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped")));
            System.out.println("ready");
            new java.util.concurrent.CountDownLatch(1).await();
          }
          for (String arg : args) {
            System.out.println("[" + arg + "]");
          }
          if (word.equals("home")) {
            System.out.println(System.getProperty("hark.home"));
            System.out.println(System.getProperty("java.home"));
          }
          System.exit(word.equals("exit") ? Integer.parseInt(args[1]) : 0);
        }
      }
      """;

  final Path root;
  final Path user;
  private final Path tools;
  private boolean training;

  /** An installation that is not built yet. */
  Installation(Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("an installation"));
    user = Files.createDirectories(folder.resolve("a user"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(LAUNCHER, launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(root.resolve("src/main"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    age(root.resolve("pom.xml"));
    age(root.resolve("src/main"));
    maven("echo This Maven was not to be called; exit 1");
  }

  /** Builds it, as if long after its sources were written. */
  Installation built(Path folder) throws IOException {
    Files.createDirectories(jar().getParent());
    Files.copy(program(folder), jar(), StandardCopyOption.REPLACE_EXISTING);
    return this;
  }

  /** Lets it make a start-up cache, which takes seconds. */
  Installation training() {
    training = true;
    return this;
  }

  Path launcher() {
    return root.resolve("hark");
  }

  Path jar() {
    return root.resolve("target/hark.jar");
  }

  Path cache() {
    return user.resolve(".cache/hark");
  }

  /**
   * Puts a Maven on the path that notes its arguments in {@link #mavenCalls} and then runs this.
   */
  void maven(String script) throws IOException {
    Path mvn = tools.resolve("mvn");
    Files.writeString(
        mvn, "#!/bin/sh\necho \"$@\" >>'" + tools.resolve("calls") + "'\n" + script + "\n");
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  List<String> mavenCalls() throws IOException {
    Path calls = tools.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** Changes the version of Java that the launcher asks for. */
  Installation needing(int version) throws IOException {
    String script = Files.readString(launcher());
    Files.writeString(launcher(), script.replace("needed=25", "needed=" + version));
    return this;
  }

  ProcessBuilder command(String... args) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher().toString()), Stream.of(args)).toList());
    builder.directory(user.toFile());
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.put("PATH", tools + ":/usr/bin:/bin");
    variables.put("HOME", user.toString());
    variables.put("HARK_JAVA_HOME", System.getProperty("java.home"));
    if (!training) {
      variables.put("HARK_AOT", "no");
    }
    return builder;
  }

  Run run(String... args) throws IOException, InterruptedException {
    return run(command(args));
  }

  Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(user, "run");
    return Run.await(Run.start(builder, folder), folder);
  }

  List<Path> startCaches() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  /** A JDK's folder with a version of our choice, which runs the real one. */
  static void fakeJdk(Path folder, int version) throws IOException {
    Path real = Path.of(System.getProperty("java.home"));
    Files.createDirectories(folder.resolve("bin"));
    for (String tool : List.of("java", "javac")) {
      Path file = folder.resolve("bin").resolve(tool);
      Files.writeString(file, "#!/bin/sh\nexec '%s/bin/%s' \"$@\"\n".formatted(real, tool));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(
        folder.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%d.0.1\"\n".formatted(version));
  }

  /** Makes a file look as if it was written long ago. */
  static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  /** The tiny program as a jar, made once for a folder. */
  static Path program(Path folder) {
    Path jar = folder.resolve("tiny.jar");
    if (Files.exists(jar)) {
      return jar;
    }
    try {
      Path source = Files.writeString(folder.resolve("Tiny.java"), PROGRAM);
      ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Tiny");
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream entries = new JarOutputStream(out, manifest)) {
        entries.putNextEntry(new JarEntry("Tiny.class"));
        Files.copy(folder.resolve("Tiny.class"), entries);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
