package dev.hark.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The outermost fields of a YAML text, with their lines. */
final class YamlText {
  private static final Node NOTHING = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);

  private YamlText() {}

  /**
   * @throws dev.hark.fault.Fault.BadFile where it is no YAML, or no fields
   */
  static MappingNode fields(String text, FileFaults faults) {
    Node root;
    try {
      root = new Compose(LoadSettings.builder().build()).composeString(text).orElse(NOTHING);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw faults.fatal("voice.not-yaml", line, e);
    } catch (YamlEngineException e) {
      throw faults.fatal("voice.not-yaml", 1, e);
    }
    if (!(root instanceof MappingNode mapping)) {
      throw faults.fatal("voice.not-yaml", 1, null);
    }
    return mapping;
  }

  /** Counted from 1. */
  static int line(@Nullable Node node) {
    return node == null ? 1 : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
