package dev.hark.speech;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one profile, with the line of every fault. */
final class VoiceFile {
  private static final List<String> FIELDS =
      List.of("name", "sentence", "engine", "voice", "language", "rate", "pitch", "volume");
  private static final List<String> ENGINES = Engines.NAMES;

  private final String file;
  private final Map<String, ScalarNode> fields = new HashMap<>();

  VoiceFile(Path path, String text) {
    this.file = path.toString();
    Node root;
    try {
      root = new Compose(LoadSettings.builder().build()).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw bad("voice.not-yaml", line, e);
    } catch (YamlEngineException e) {
      throw bad("voice.not-yaml", 1, e);
    }
    if (!(root instanceof MappingNode mapping)) {
      throw bad("voice.not-yaml", 1, null);
    }
    for (NodeTuple entry : mapping.getValue()) {
      add(entry);
    }
  }

  private void add(NodeTuple entry) {
    int line = line(entry.getKeyNode());
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (!FIELDS.contains(key)) {
      throw bad("voice.unknown-field", line, null, key, FIELDS);
    }
    if (!(entry.getValueNode() instanceof ScalarNode value)) {
      throw bad("voice.not-plain", line, null, key);
    }
    if (fields.put(key, value) != null) {
      throw bad("voice.twice", line, null, key);
    }
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  VoiceProfile profile(String name) {
    String engine = text("engine", "freetts");
    if (!ENGINES.contains(engine)) {
      throw bad("voice.unknown-engine", line(fields.get("engine")), null, engine, ENGINES);
    }
    String voice = text("voice", "");
    if (!voice.matches("[\\w+-]*")) {
      throw bad("voice.odd-voice", line(fields.get("voice")), null, voice);
    }
    String language = text("language", "en");
    if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw bad("voice.odd-language", line(fields.get("language")), null, language);
    }
    return new VoiceProfile(
        name,
        text("sentence", name),
        engine,
        voice,
        Locale.forLanguageTag(language),
        number("rate", 180, 60, 600),
        number("pitch", 100, 50, 200),
        number("volume", 100, 0, 200));
  }

  private String text(String field, String otherwise) {
    ScalarNode node = fields.get(field);
    return node == null ? otherwise : node.getValue().strip();
  }

  private int number(String field, int otherwise, int least, int most) {
    ScalarNode node = fields.get(field);
    if (node == null) {
      return otherwise;
    }
    String value = node.getValue().strip();
    int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw bad("voice.no-number", line(node), null, field, least, most, value);
    }
    return number;
  }

  private static int line(@Nullable ScalarNode node) {
    return node == null ? 1 : line((Node) node);
  }

  private Fault.BadFile bad(String key, int line, @Nullable Exception cause, Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = file;
    args[1] = line;
    System.arraycopy(more, 0, args, 2, more.length);
    return new Fault.BadFile(Sentence.of(key, args), cause);
  }
}
