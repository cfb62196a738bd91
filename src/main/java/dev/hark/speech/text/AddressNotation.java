package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Links, of which only the host is said unless all is asked for; e-mail, files and paths. */
final class AddressNotation {
  private static final String HOST = "[\\p{L}\\d_-]{1,63}+(?:\\.[\\p{L}\\d_-]{1,63}+){1,8}";
  private static final String REST = "(?:[/?#][^\\s\"'<>]{0,2000})?";
  private static final String TOP =
      "(?:com|org|net|edu|gov|io|dev|app|info|eu|nl|be|de|fr|uk|in|us|example|test)";
  private static final String ENDINGS =
      "(?:tar\\.gz|wav|mp3|flac|ogg|opus|m4a|mp4|txt|pdf|docx?|xlsx?|pptx?|odt|csv|tsv|json|ya?ml"
          + "|xml|zip|png|jpe?g|gif|svg|html?|java|jar|py|js|md|exe|db|log|sh|cfg|conf|properties)";
  private static final Set<String> SAID_AS_WORDS =
      Set.of(
          "wav", "zip", "java", "jar", "log", "json", "yaml", "opus", "tar", "properties", "conf");

  private final Saying saying;
  private final Tongue tongue;
  private final UnaryOperator<String> words;

  /**
   * @param words says a name that holds no more dots
   */
  AddressNotation(Saying saying, UnaryOperator<String> words) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.words = words;
  }

  /** Those that begin with a letter or a digit. */
  List<Notation> plain() {
    return List.of(
        Notation.of(
            "(?:https?|ftp|mailto):(?://)?(?:www\\.)?("
                + HOST
                + "|localhost)(:\\d{1,5})?("
                + REST
                + ")",
            this::link),
        Notation.of("([\\p{L}\\d._%+-]{1,64}+)@(" + HOST + ")" + END, this::mail),
        Notation.of("www\\.(" + HOST + ")()(" + REST + ")", this::link),
        Notation.of("([A-Za-z]):\\\\([^\\s\"<>|*?]{1,400})", this::windows),
        Notation.of(
            "([\\p{L}\\d_-]{1,120}+(?:\\.[\\p{L}\\d_-]{1,60}+){0,4}?)\\.("
                + ENDINGS
                + ")"
                + END
                + "(?![/\\\\])",
            this::file),
        Notation.of(
            "((?:[\\p{L}\\d-]{1,63}+\\.){1,6}" + TOP + ")()((?:[/?#][^\\s\"'<>]{0,2000})?)" + END,
            this::bare),
        Notation.of("([\\p{L}\\d_.-]{1,100}+(?:/[\\p{L}\\d_.-]{1,100}+){2,20}/?)", this::path));
  }

  /** Those that begin with a sign. */
  List<Notation> signs() {
    return List.of(
        Notation.of("((?:~|\\.{1,2})?(?:/[\\p{L}\\d_.@+-]{1,120}+){1,30}/?)", this::path),
        Notation.of(
            "@([\\p{L}\\d_]{1,60}+)", found -> tongue.word("at") + " " + named(found.group(1))),
        Notation.of(
            "#(\\p{L}[\\p{L}\\d_]{1,60}+)",
            found -> tongue.word("hashtag") + " " + named(found.group(1))));
  }

  private @Nullable String link(MatchResult found) {
    String rest = found.group(3).replaceAll("[.,;:!?)\\]]+$", "");
    if (found.group().startsWith("mailto")) {
      return null;
    }
    if (!saying.all()) {
      return tongue.word("link", dotted(found.group(1)));
    }
    String port = found.group(2) == null || found.group(2).isEmpty() ? "" : marked(found.group(2));
    return tongue.word("link", dotted(found.group(1)) + port + marked(rest));
  }

  private @Nullable String bare(MatchResult found) {
    String rest = found.group(3);
    if (rest.isEmpty() || rest.equals("/")) {
      return dotted(found.group(1));
    }
    return link(found);
  }

  private String mail(MatchResult found) {
    return dotted(found.group(1)) + " " + tongue.word("at") + " " + dotted(found.group(2));
  }

  private String file(MatchResult found) {
    return dotted(found.group(1)) + " " + tongue.word("dot") + " " + ending(found.group(2));
  }

  private String ending(String ending) {
    StringBuilder said = new StringBuilder();
    for (String part : ending.split("\\.", -1)) {
      said.append(said.isEmpty() ? "" : " " + tongue.word("dot") + " ")
          .append(SAID_AS_WORDS.contains(part) ? part : saying.spelled(part));
    }
    return said.toString();
  }

  private String windows(MatchResult found) {
    String path = found.group(2).replaceAll("[.,;:!?)]+$", "");
    StringBuilder said = new StringBuilder(found.group(1));
    for (String part : path.split("\\\\", -1)) {
      said.append(' ').append(tongue.word("backslash")).append(' ').append(dotted(part));
    }
    return said.toString().strip();
  }

  private @Nullable String path(MatchResult found) {
    String path = found.group(1);
    if (!path.startsWith("/") && path.matches("[\\d/.]+")) {
      return null;
    }
    String bare = path.replaceAll("[.,;:!?)]+$", "");
    return marked(bare);
  }

  /** Every mark by its name. */
  private String marked(String text) {
    StringBuilder said = new StringBuilder();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        name.append(c);
        continue;
      }
      if (!name.isEmpty()) {
        said.append(' ').append(words.apply(name.toString()));
        name.setLength(0);
      }
      Tongue.Sign sign = tongue.sign(c);
      if (sign != null) {
        said.append(' ').append(sign.name());
      }
    }
    return said.isEmpty() ? "" : " " + said.toString().strip();
  }

  /** A name with its dots said, and its hyphens and underscores heard as gaps. */
  private String dotted(String name) {
    StringBuilder said = new StringBuilder();
    for (String part : name.split("\\.", -1)) {
      if (!said.isEmpty()) {
        said.append(' ').append(tongue.word("dot")).append(' ');
      }
      said.append(named(part));
    }
    return said.toString();
  }

  private String named(String part) {
    if (saying.all()) {
      return marked(part).strip();
    }
    StringBuilder said = new StringBuilder();
    for (String word : part.split("[_%+-]+", -1)) {
      if (!word.isEmpty()) {
        said.append(said.isEmpty() ? "" : " ").append(words.apply(word));
      }
    }
    return said.toString();
  }
}
