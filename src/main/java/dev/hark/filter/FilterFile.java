package dev.hark.filter;

import dev.hark.fault.Fault;
import dev.hark.fault.Nearest;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A filter as it stands in its file, not yet compiled. Every fault of the file is a {@code
 * Fault.BadFile} that names file, line, column and what to do.
 */
public final class FilterFile {
  private static final int MOST_BYTES = 64 * 1024;
  private static final List<String> KEYS =
      List.of("name", "name_nl", "sentence", "sentence_nl", "keep", "reasons");

  private final Path path;
  private final String text;
  private final Map<String, Node> parts = new HashMap<>();

  private FilterFile(Path path, String text) {
    this.path = path;
    this.text = text;
  }

  /** Reads a file; checks everything but the expression. */
  public static FilterFile read(Path path) {
    FilterFile file = new FilterFile(path, text(path));
    file.compose();
    for (String needed : List.of("name", "sentence", "keep")) {
      if (!file.parts.containsKey(needed)) {
        throw bad(null, "filter.missing", path, needed);
      }
      file.scalar(needed);
    }
    file.reasons();
    return file;
  }

  /** The file's name without its ending: what is typed after {@code --filter}. */
  public String id() {
    return String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
  }

  public Path path() {
    return path;
  }

  /** As it is said, such as "fair pay". */
  public Sentence name() {
    return own(words("name"));
  }

  /** What it keeps, in a sentence. */
  public Sentence sentence() {
    return own(words("sentence"));
  }

  /** The expression, as it is written. */
  public String keep() {
    return scalar("keep").getValue();
  }

  /** Reads the expression too. From here on the expression's machinery is loaded. */
  public NamedFilter compile() {
    return new NamedFilter(id(), name(), Expression.compile(written()));
  }

  /** Own words for parts of the expression, by the part as it is written. */
  private Map<ScalarNode, Sentence> reasons() {
    Map<ScalarNode, Sentence> reasons = new LinkedHashMap<>();
    Node node = parts.get("reasons");
    if (node == null) {
      return reasons;
    }
    for (Map.Entry<ScalarNode, Node> entry : mapping(node).entrySet()) {
      Map<String, String> words = new HashMap<>();
      if (entry.getValue() instanceof ScalarNode one) {
        words.put("en", one.getValue());
      } else {
        mapping(entry.getValue())
            .forEach((language, said) -> words.put(language.getValue(), scalar(said).getValue()));
      }
      if (!words.containsKey("en")) {
        throw at(Place.of(entry.getValue()), null, "filter.reason-without-english");
      }
      reasons.put(entry.getKey(), own(words));
    }
    return reasons;
  }

  private Written written() {
    ScalarNode keep = scalar("keep");
    return new Written(
        keep.getValue(), offset -> Place.within(text, keep, offset), this::at, reasons());
  }

  /** A fault at a place of this file. */
  private Fault.BadFile at(Place place, @Nullable Throwable cause, String key, Object... args) {
    Object[] all = new Object[args.length + 3];
    all[0] = path.toString();
    all[1] = place.line();
    all[2] = place.column();
    System.arraycopy(args, 0, all, 3, args.length);
    return bad(cause, key, all);
  }

  private void compose() {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(MOST_BYTES)
            .build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      throw at(Place.of(e.getProblemMark().orElse(null)), e, "filter.not-yaml");
    } catch (YamlEngineException e) {
      throw at(new Place(1, 1), e, "filter.not-yaml");
    }
    if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
      throw bad(null, "filter.no-parts", path);
    }
    mapping(root.get()).forEach((key, value) -> part(key, value));
  }

  private void part(ScalarNode key, Node value) {
    String name = key.getValue();
    if (!KEYS.contains(name)) {
      throw Nearest.to(name, KEYS)
          .map(near -> at(Place.of(key), null, "filter.unknown-part-near", name, near))
          .orElseGet(
              () -> at(Place.of(key), null, "filter.unknown-part", name, String.join(", ", KEYS)));
    }
    if (parts.put(name, value) != null) {
      throw at(Place.of(key), null, "filter.twice", name);
    }
  }

  private Map<ScalarNode, Node> mapping(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw at(Place.of(node), null, "filter.not-parts");
    }
    Map<ScalarNode, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      entries.put(scalar(tuple.getKeyNode()), tuple.getValueNode());
    }
    return entries;
  }

  private Map<String, String> words(String key) {
    Map<String, String> words = new HashMap<>();
    words.put("en", line(scalar(key)));
    if (parts.containsKey(key + "_nl")) {
      words.put("nl", line(scalar(key + "_nl")));
    }
    return words;
  }

  private static String line(ScalarNode node) {
    return node.getValue().strip().replaceAll("\\s+", " ");
  }

  private ScalarNode scalar(String key) {
    Node node = parts.get(key);
    if (node == null) {
      throw bad(null, "filter.missing", path, key);
    }
    return scalar(node);
  }

  private ScalarNode scalar(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar;
    }
    throw at(Place.of(node), null, "filter.not-text");
  }

  private static Sentence own(Map<String, String> words) {
    return Sentence.of("fact.own", Map.copyOf(words));
  }

  private static String text(Path path) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw bad(null, "filter.too-large", path, MOST_BYTES / 1024);
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw bad(e, "filter.unreadable", path);
    }
  }

  private static Fault.BadFile bad(@Nullable Throwable cause, String key, Object... args) {
    Object[] said = args.clone();
    said[0] = said[0].toString();
    return new Fault.BadFile(Sentence.of(key, said), cause);
  }
}
