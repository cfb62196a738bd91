package dev.hark.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Words and how they are said, as they stand in a profile or in a file of their own. */
final class LexiconText {
  private static final int MOST_WORDS = 5000;
  private static final int LONGEST = 200;

  private LexiconText() {}

  /**
   * Fields of languages, each with words: {@code en: {Hark: hark}}. The language {@code all} counts
   * for every one.
   *
   * @return by language code, {@code *} for all
   */
  static Map<String, Map<String, String>> languages(String text, FileFaults faults) {
    Map<String, Map<String, String>> languages = new LinkedHashMap<>();
    for (NodeTuple entry : YamlText.fields(text, faults).getValue()) {
      int line = YamlText.line(entry.getKeyNode());
      String language = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      if (!language.matches("[a-z]{2,3}")) {
        faults.add("voice.lexicon-language", line, language);
      } else if (languages.put(
              language.equals("all") ? "*" : language, words(entry.getValueNode(), faults))
          != null) {
        faults.add("voice.twice", line, language);
      }
    }
    return languages;
  }

  /** Words, each with what is said for it. */
  static Map<String, String> words(Node node, FileFaults faults) {
    Map<String, String> words = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      faults.add("voice.no-words", YamlText.line(node));
      return words;
    }
    if (mapping.getValue().size() > MOST_WORDS) {
      faults.add("voice.many-words", YamlText.line(node), MOST_WORDS);
      return words;
    }
    for (NodeTuple entry : mapping.getValue()) {
      int line = YamlText.line(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode written)
          || !(entry.getValueNode() instanceof ScalarNode said)) {
        faults.add("voice.no-words", line);
      } else if (written.getValue().isBlank()
          || written.getValue().length() > LONGEST
          || said.getValue().length() > LONGEST) {
        faults.add("voice.odd-word", line, LONGEST);
      } else if (words.put(written.getValue().strip(), said.getValue().strip()) != null) {
        faults.add("voice.twice", line, written.getValue());
      }
    }
    return words;
  }
}
