package dev.hark.speech;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Voice profiles in files. One in a later folder stands for one of the same name in an earlier:
 * first the installation's, then the user's own.
 */
public final class VoiceFiles {
  private static final String ENDING = ".yaml";

  /** Others, such as {@code my.lexicon.yaml}, are no profiles. */
  private static final Pattern NAME = Pattern.compile("[\\w-]+\\.yaml");

  private static final long MOST_BYTES = 64_000;

  private final List<Path> folders;

  /**
   * @param folders may be missing
   */
  public VoiceFiles(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Names of all profiles, sorted. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Path folder : folders.stream().filter(Files::isDirectory).toList()) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> NAME.matcher(name).matches())
            .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
      } catch (IOException e) {
        throw bad("voice.unreadable", e, folder.toString());
      }
    }
    return List.copyOf(names);
  }

  /**
   * @throws Fault.BadFile where there is none of that name, or it has a fault: names the file, the
   *     line and what to do
   */
  public VoiceProfile load(String name) {
    for (Path folder : folders.reversed()) {
      Path file = folder.resolve(name + ENDING);
      if (name.matches("[\\w-]+") && Files.isRegularFile(file)) {
        return new VoiceFile(file, read(file)).profile(name);
      }
    }
    throw bad("voice.unknown", null, name, names());
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw bad("voice.too-large", null, file.toString());
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw bad("voice.not-text", e, file.toString());
    } catch (IOException e) {
      throw bad("voice.unreadable", e, file.toString());
    }
  }

  private static Fault.BadFile bad(String key, @Nullable Exception cause, Object... args) {
    return new Fault.BadFile(Sentence.of(key, args), cause);
  }

  /**
   * The profile for a language where the user has chosen none: {@code dutch} or {@code default}.
   */
  public static String usual(Locale language) {
    return language.getLanguage().equals("nl") ? "dutch" : "default";
  }
}
