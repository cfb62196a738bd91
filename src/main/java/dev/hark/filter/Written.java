package dev.hark.filter;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * An expression as somebody wrote it, in a file or on the line.
 *
 * @param keep the expression
 * @param places where its characters stand, counted in code points
 * @param faults how a fault of it is told
 * @param reasons own words for its parts
 */
record Written(
    String keep, IntFunction<Place> places, Faults faults, Map<ScalarNode, Sentence> reasons) {

  Place place(int offset) {
    return places.apply(offset);
  }

  Fault at(Place place, @Nullable Throwable cause, String key, Object... args) {
    return faults.at(place, cause, key, args);
  }

  /** Makes a fault at a place. */
  interface Faults {
    /**
     * @param args what stands in the sentence behind source, line and column
     */
    Fault at(Place place, @Nullable Throwable cause, String key, Object... args);
  }
}
