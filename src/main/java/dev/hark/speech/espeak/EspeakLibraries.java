package dev.hark.speech.espeak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where {@code libespeak-ng} is on this machine. */
public final class EspeakLibraries {
  /**
   * The environment's variable that names another library, or {@code none} where none is to be
   * loaded into this process.
   */
  public static final String VARIABLE = "HARK_ESPEAK_LIBRARY";

  private static final Map<String, Optional<EspeakLibrary>> LOADED = new ConcurrentHashMap<>();

  private EspeakLibraries() {}

  /** Names to try, in this order; a name without a folder is the system loader's to find. */
  private static List<String> names(Map<String, String> environment) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isBlank()) {
      return own.equals("none") ? List.of() : List.of(own);
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.of(
          "libespeak-ng.1.dylib",
          "/opt/homebrew/lib/libespeak-ng.dylib",
          "/usr/local/lib/libespeak-ng.dylib");
    }
    if (system.contains("windows")) {
      return List.of(
          "libespeak-ng.dll",
          environment.getOrDefault("ProgramFiles", "C:\\Program Files")
              + "\\eSpeak NG\\libespeak-ng.dll");
    }
    return List.of("libespeak-ng.so.1", "libespeak-ng.so");
  }

  /** Whether it may be looked for; whether it is found shows when it is needed. */
  public static boolean mayBeHere(Map<String, String> environment) {
    return !names(environment).isEmpty();
  }

  /** The name of the library that {@link NativeEspeakSynthesizer} would use. */
  public static Optional<String> find(Map<String, String> environment) {
    return names(environment).stream().filter(name -> load(name).isPresent()).findFirst();
  }

  /** Loaded once and kept, as its state is the process's. */
  static Optional<EspeakLibrary> load(String name) {
    return LOADED.computeIfAbsent(
        name,
        file -> {
          try {
            return Optional.of(new EspeakLibrary(file));
          } catch (IllegalArgumentException | IllegalStateException | LinkageError e) {
            System.getLogger(EspeakLibraries.class.getName()).log(System.Logger.Level.DEBUG, e);
            return Optional.empty();
          }
        });
  }
}
