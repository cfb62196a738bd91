package dev.hark.speech.listen.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Grammar;
import dev.hark.speech.listen.Hypothesis;
import dev.hark.speech.listen.Recognizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;

/** Free speech, or the phrases of a grammar, in the language of a model that the user keeps. */
public final class VoskRecognizer implements Recognizer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNKNOWN = "[unk]";

  private final VoskModel folder;
  private final Optional<Grammar> grammar;
  private @Nullable Model model;

  /**
   * @param grammar what alone can be said; empty for free speech
   */
  public VoskRecognizer(VoskModel folder, Optional<Grammar> grammar) {
    this.folder = folder;
    this.grammar = grammar;
  }

  @Override
  public String name() {
    return "vosk";
  }

  /** {@inheritDoc} A model whose language nothing tells understands none. */
  @Override
  public boolean understands(Locale language) {
    return folder
        .language()
        .map(spoken -> spoken.getLanguage().equals(language.getLanguage()))
        .orElse(false);
  }

  @Override
  public void prepare() {
    loaded();
  }

  private Model loaded() {
    Model ready = model;
    if (ready == null) {
      folder.require();
      if (grammar.isPresent() && !folder.takesGrammars()) {
        throw new Fault.BadFile(Sentence.of("listen.model-too-large", folder.toString()), null);
      }
      try {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        ready = new Model(folder.folder().toString());
      } catch (IOException e) {
        throw new Fault.BadFile(Sentence.of("listen.no-model", String.valueOf(folder.folder())), e);
      } catch (LinkageError e) {
        throw new Fault.BadFile(Sentence.of("listen.engine-broken", name()), e);
      }
      model = ready;
    }
    return ready;
  }

  @Override
  public Hearing begin(Consumer<Hypothesis> partial) {
    Model ready = loaded();
    try {
      org.vosk.Recognizer engine =
          grammar.isPresent()
              ? new org.vosk.Recognizer(ready, RATE, phrases(grammar.get()))
              : new org.vosk.Recognizer(ready, RATE);
      engine.setWords(true);
      return new VoskHearing(engine, partial);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("listen.engine-failed", name()), e);
    }
  }

  private static String phrases(Grammar grammar) throws JsonProcessingException {
    List<String> all = new ArrayList<>(grammar.phrases());
    all.add(UNKNOWN);
    return JSON.writeValueAsString(all);
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }

  private final class VoskHearing implements Hearing {
    private final org.vosk.Recognizer engine;
    private final Consumer<Hypothesis> partial;
    private final List<Hypothesis.Word> words = new ArrayList<>();
    private String told = "";

    VoskHearing(org.vosk.Recognizer engine, Consumer<Hypothesis> partial) {
      this.engine = engine;
      this.partial = partial;
    }

    @Override
    public void hear(short[] samples, int length) {
      if (engine.acceptWaveForm(samples, length)) {
        words.addAll(read(engine.getResult()));
        tell("");
      } else if (grammar.isEmpty()) {
        tell(field(engine.getPartialResult(), "partial"));
      }
    }

    /** What is not settled yet has no confidence. */
    private void tell(String unsettled) {
      List<Hypothesis.Word> all = new ArrayList<>(words);
      for (String word : unsettled.strip().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          all.add(new Hypothesis.Word(word, 0));
        }
      }
      Hypothesis now = new Hypothesis(all);
      if (!now.text().equals(told)) {
        told = now.text();
        partial.accept(now);
      }
    }

    @Override
    public Hypothesis end() {
      words.addAll(read(engine.getFinalResult()));
      engine.close();
      Hypothesis all = new Hypothesis(words);
      boolean phrase = grammar.map(known -> known.phrases().contains(all.text())).orElse(true);
      return phrase ? all : Hypothesis.NOTHING;
    }

    @Override
    public void abandon() {
      engine.close();
    }
  }

  private static List<Hypothesis.Word> read(String json) {
    List<Hypothesis.Word> words = new ArrayList<>();
    for (JsonNode word : tree(json).path("result")) {
      String text = word.path("word").asText("").strip();
      if (!text.isEmpty()) {
        words.add(new Hypothesis.Word(text, Math.clamp(word.path("conf").asDouble(0), 0.0, 1.0)));
      }
    }
    return words;
  }

  private static String field(String json, String name) {
    return tree(json).path(name).asText("");
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new Fault.BadFile(Sentence.of("listen.engine-failed", "vosk"), e);
    }
  }
}
