package dev.hark.speech.mac;

import dev.hark.speech.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code say -v ?} lists, a voice on each line: name, language, a sentence. Asked once. */
final class SayVoices {
  private static final Pattern LINE = Pattern.compile("(\\S.*?)\\s+([a-z]{2,3})[_-]\\w+\\s+#.*");

  private final Path program;
  private final Locale own;
  private @Nullable List<Voice> voices;

  private record Voice(String name, String language) {}

  SayVoices(Path program, Locale own) {
    this.program = program;
    this.own = own;
  }

  private synchronized List<Voice> all() {
    if (voices == null) {
      List<Voice> found = new ArrayList<>();
      try {
        for (String line :
            Programs.printed(List.of(program.toString(), "-v", "?")).split("\\R", -1)) {
          Matcher matcher = LINE.matcher(line.strip());
          if (matcher.matches()) {
            found.add(new Voice(matcher.group(1), matcher.group(2)));
          }
        }
      } catch (IOException e) {
        found.clear();
      }
      voices = List.copyOf(found);
    }
    return voices;
  }

  List<String> names() {
    return all().stream().map(Voice::name).toList();
  }

  List<String> languages() {
    return all().stream().map(Voice::language).distinct().sorted().toList();
  }

  /**
   * Who speaks.
   *
   * @param wanted a voice's name; empty for any
   * @return empty for the one that the person chose in the system's settings
   */
  Optional<String> speaker(String wanted, Locale language) {
    String code = language.getLanguage();
    Optional<String> named =
        all().stream()
            .filter(voice -> voice.name().equals(wanted) && voice.language().equals(code))
            .map(Voice::name)
            .findFirst();
    if (named.isPresent() || own.getLanguage().equals(code)) {
      return named;
    }
    return all().stream()
        .filter(voice -> voice.language().equals(code))
        .map(Voice::name)
        .findFirst();
  }
}
