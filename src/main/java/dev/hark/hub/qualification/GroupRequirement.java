package dev.hark.hub.qualification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.task.Comparison;
import dev.hark.task.Guard;
import dev.hark.wire.Json;
import dev.hark.wire.RequirementJson;
import java.util.List;

/**
 * What a task group asks of a worker, as it is stored with the group.
 *
 * @param qualification id of a qualification or of a system qualification
 * @param comparison how
 * @param values what is wanted; empty for places
 * @param places countries and regions; empty for numbers
 * @param guard what a worker who does not meet it is kept from
 */
public record GroupRequirement(
    String qualification,
    Comparison comparison,
    List<Long> values,
    List<String> places,
    Guard guard) {
  private static final TypeReference<List<GroupRequirement>> LIST = new TypeReference<>() {};

  public GroupRequirement {
    values = List.copyOf(values);
    places = List.copyOf(places);
  }

  /** Whether nobody meets it who does not have the qualification. */
  boolean mustBeHeld() {
    return comparison != Comparison.DOES_NOT_EXIST;
  }

  RequirementJson json() {
    return new RequirementJson(
        qualification,
        comparison.name(),
        values.isEmpty() ? null : values,
        places.isEmpty() ? null : places,
        guard.name());
  }

  static List<GroupRequirement> read(String json) {
    try {
      return Json.MAPPER.readValue(json, LIST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String write(List<GroupRequirement> requirements) {
    return StoredJson.of(requirements);
  }
}
