package dev.hark.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.fault.Sentence;
import dev.hark.wire.Json;
import dev.hark.wording.Wording;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON document a line, for programs. Faults are JSON on standard error. */
public final class JsonOutput extends Output {
  private final Wording wording;
  private final Lines out;
  private final Lines err;

  public JsonOutput(Wording wording, PrintStream out, PrintStream err) {
    this.wording = wording;
    this.out = new Lines(out);
    this.err = new Lines(err);
  }

  @Override
  public void say(Sentence sentence) {
    out.accept(json(Map.of("text", wording.say(sentence))));
  }

  @Override
  public void result(Object json, List<Sentence> lines) {
    out.accept(json(json));
  }

  @Override
  public void text(String text) {
    out.accept(json(Map.of("text", text)));
  }

  @Override
  public void progress(Sentence sentence) {
    err.accept(json(Map.of("progress", wording.say(sentence))));
  }

  @Override
  public void fault(Sentence sentence, int exitCode) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("error", wording.say(sentence));
    fault.put("key", sentence.key());
    fault.put("exitCode", exitCode);
    err.accept(json(fault));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
