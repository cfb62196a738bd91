package dev.hark.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.wire.Json;
import dev.hark.wire.NewQualificationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML file that describes a qualification in the hub's own form, but that a medium of a test may
 * name a {@code file} beside this one in place of an {@code id}; it is uploaded.
 */
record QualificationFile(Path file, JsonNode json) {

  static QualificationFile read(Path file) {
    try {
      Object yaml =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      return new QualificationFile(file, Json.MAPPER.valueToTree(yaml));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new Fault.BadFile(Sentence.of("qualify.file-line", file.toString(), line), e);
    } catch (YamlEngineException e) {
      throw new Fault.BadFile(Sentence.of("qualify.file-line", file.toString(), 1), e);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("qualify.file-unreadable", file.toString()), e);
    }
  }

  /** The qualification, its files uploaded. */
  NewQualificationJson withMedia(RequesterDesk desk) {
    if (!json.isObject()) {
      throw new Fault.BadFile(Sentence.of("qualify.file-unfit", file.toString()), null);
    }
    PostedFile posted = new PostedFile(file, json);
    posted.upload(json.path("test"), desk);
    for (JsonNode question : json.path("test").path("questions")) {
      posted.upload(question.path("question"), desk);
    }
    try {
      return Json.MAPPER.treeToValue(json, NewQualificationJson.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new Fault.BadFile(Sentence.of("qualify.file-unfit", file.toString()), e);
    }
  }
}
