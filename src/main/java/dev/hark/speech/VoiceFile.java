package dev.hark.speech;

import dev.hark.speech.text.Capitals;
import dev.hark.speech.text.NumberStyle;
import dev.hark.speech.text.Punctuation;
import dev.hark.speech.text.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one profile, with the line of every fault. */
final class VoiceFile {
  private static final String WORDS = "words";
  private static final List<String> FIELDS =
      List.of(
          "name",
          "sentence",
          "sentence_nl",
          "engine",
          "voice",
          "language",
          "rate",
          "pitch",
          "volume",
          "punctuation",
          "capitals",
          "numbers",
          "sounds",
          WORDS,
          "lexicon");
  private static final List<String> ENGINES = Engines.NAMES;
  private static final long MOST_BYTES = 64_000;

  private final Path path;
  private final FileFaults faults;
  private final Map<String, Node> fields = new HashMap<>();

  VoiceFile(Path path, String text) {
    this.path = path;
    this.faults = new FileFaults(path.toString());
    for (NodeTuple entry : YamlText.fields(text, faults).getValue()) {
      add(entry);
    }
  }

  private void add(NodeTuple entry) {
    int line = YamlText.line(entry.getKeyNode());
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (!FIELDS.contains(key)) {
      faults.add("voice.unknown-field", line, key, FIELDS);
    } else if (!key.equals(WORDS) && !(entry.getValueNode() instanceof ScalarNode)) {
      faults.add("voice.not-plain", line, key);
    } else if (fields.put(key, entry.getValueNode()) != null) {
      faults.add("voice.twice", line, key);
    }
  }

  /**
   * @throws dev.hark.fault.Fault.BadFile that tells of all faults
   */
  VoiceProfile profile(String name) {
    String engine = text("engine", "freetts");
    if (!ENGINES.contains(engine)) {
      faults.add("voice.unknown-engine", line("engine"), engine, ENGINES);
    }
    String voice = text("voice", "");
    if (!voice.matches("(?!-)[\\p{L}\\d_ +()-]*")) {
      faults.add("voice.odd-voice", line("voice"), voice);
    }
    String language = text("language", "en");
    if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      faults.add("voice.odd-language", line("language"), language);
    }
    VoiceProfile profile =
        new VoiceProfile(
            name,
            text("sentence", name),
            engine,
            voice,
            Locale.forLanguageTag(language),
            number("rate", 180, 60, 600),
            number("pitch", 100, 50, 200),
            number("volume", 100, 0, 200),
            style(),
            sounds(),
            sentences(name));
    faults.throwIfAny();
    return profile;
  }

  private Map<String, String> sentences(String name) {
    String english = text("sentence", name);
    return Map.of("en", english, "nl", text("sentence_nl", english));
  }

  private Style style() {
    return new Style(
        one("punctuation", Punctuation.class, Style.USUAL.punctuation()),
        one("capitals", Capitals.class, Style.USUAL.capitals()),
        one("numbers", NumberStyle.class, Style.USUAL.numbers()),
        lexicon());
  }

  private <E extends Enum<E>> E one(String field, Class<E> type, E otherwise) {
    String value = text(field, name(otherwise));
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(value)) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(type.getEnumConstants()).map(VoiceFile::name).toList();
    faults.add("voice.no-choice", line(field), field, value, names);
    return otherwise;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private boolean sounds() {
    String value = text("sounds", "yes");
    if (!value.equals("yes") && !value.equals("no")) {
      faults.add("voice.no-choice", line("sounds"), "sounds", value, List.of("yes", "no"));
    }
    return value.equals("yes");
  }

  private Map<String, Map<String, String>> lexicon() {
    Map<String, Map<String, String>> lexicon = new HashMap<>();
    if (fields.containsKey("lexicon")) {
      lexicon.putAll(lexicon(text("lexicon", "")));
    }
    Node words = fields.get(WORDS);
    if (words != null) {
      Map<String, String> all = new HashMap<>(lexicon.getOrDefault("*", Map.of()));
      all.putAll(LexiconText.words(words, faults));
      lexicon.put("*", all);
    }
    return lexicon;
  }

  /** A file beside the profile, with faults of its own. */
  private Map<String, Map<String, String>> lexicon(String name) {
    try {
      Path file = path.resolveSibling(name);
      if (Files.size(file) > MOST_BYTES) {
        faults.add("voice.large-lexicon", line("lexicon"), name);
        return Map.of();
      }
      FileFaults own = new FileFaults(file.toString());
      Map<String, Map<String, String>> languages =
          LexiconText.languages(Files.readString(file), own);
      own.throwIfAny();
      return languages;
    } catch (IOException | InvalidPathException e) {
      faults.add("voice.no-lexicon", line("lexicon"), name);
      return Map.of();
    }
  }

  private String text(String field, String otherwise) {
    return fields.get(field) instanceof ScalarNode node ? node.getValue().strip() : otherwise;
  }

  private int number(String field, int otherwise, int least, int most) {
    String value = text(field, String.valueOf(otherwise));
    int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      faults.add("voice.no-number", line(field), field, least, most, value);
    }
    return number;
  }

  private int line(String field) {
    @Nullable Node node = fields.get(field);
    return YamlText.line(node);
  }
}
