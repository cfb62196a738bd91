package dev.hark.filter;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where something stands in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(int line, int column) {
  static Place of(Node node) {
    return node.getStartMark().map(Place::of).orElse(new Place(1, 1));
  }

  static Place of(@Nullable Mark mark) {
    return mark == null ? new Place(1, 1) : new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /**
   * Where a character of a value stands in the file. YAML folds, strips and quotes, but never
   * changes the order of what can be seen: the n-th visible character of the value is the n-th
   * visible one behind the value's head.
   *
   * @param text the file
   * @param node the value
   * @param offset counted in code points of the value
   */
  static Place within(String text, ScalarNode node, int offset) {
    int all = visible(node.getValue(), Integer.MAX_VALUE);
    int before = visible(node.getValue(), offset);
    if (before < all || all == 0) {
      return visibleAt(text, node, before);
    }
    Place last = visibleAt(text, node, all - 1);
    return new Place(last.line, last.column + 1);
  }

  private static Place visibleAt(String text, ScalarNode node, int count) {
    int[] points = text.codePoints().toArray();
    Place start = of(node);
    int at = node.getStartMark().map(Mark::getIndex).orElse(0);
    int line = start.line;
    int column = start.column;
    ScalarStyle style = node.getScalarStyle();
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    boolean quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    int skip = quoted ? 1 : 0;
    int wanted = count;
    boolean head = block;
    while (at < points.length) {
      int point = points[at];
      if (point == '\n') {
        head = false;
        line++;
        column = 0;
      } else if (!head && !Character.isWhitespace(point)) {
        if (skip > 0) {
          skip--;
        } else if (wanted == 0) {
          return new Place(line, column);
        } else {
          wanted--;
          skip = quoted && escapes(points, at, style) ? 1 : 0;
        }
      }
      at++;
      column++;
    }
    return start;
  }

  private static boolean escapes(int[] points, int at, ScalarStyle style) {
    boolean single = style == ScalarStyle.SINGLE_QUOTED;
    return at + 1 < points.length
        && (single ? points[at] == '\'' && points[at + 1] == '\'' : points[at] == '\\');
  }

  private static int visible(String value, int offset) {
    return (int)
        value.codePoints().limit(offset).filter(point -> !Character.isWhitespace(point)).count();
  }
}
