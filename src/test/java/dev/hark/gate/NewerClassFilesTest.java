package dev.hark.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The conversion of old class files that the build makes. */
@Requirement("BLD-9")
class NewerClassFilesTest {
  private static final int JAVA_8 = 52;

  @TempDir Path libraries;

  @Test
  void anOldLibraryIsConvertedAndWorksAsBefore() throws Exception {
    Path original =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = Files.copy(original, libraries.resolve("picocli.jar"));
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Checkout.at("src/build/java/NewerClassFiles.java").toString(),
                libraries.toString())
            .inheritIO()
            .start();
    assertTrue(tool.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, tool.exitValue());

    ClassLoader parent = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent)) {
      try (InputStream bytes = loader.getResourceAsStream("picocli/CommandLine.class")) {
        assertEquals(JAVA_8, bytes.readNBytes(8)[7]);
      }
      Class<?> help = loader.loadClass("picocli.CommandLine$HelpCommand");
      Class<?> commandLine = loader.loadClass("picocli.CommandLine");
      Object made =
          commandLine
              .getConstructor(Object.class)
              .newInstance(help.getDeclaredConstructor().newInstance());
      assertTrue(commandLine.getMethod("getUsageMessage").invoke(made).toString().contains("help"));
    }
  }
}
