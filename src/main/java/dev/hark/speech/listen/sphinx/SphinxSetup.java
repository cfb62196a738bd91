package dev.hark.speech.listen.sphinx;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.listen.Samples;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.recognizer.Recognizer;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import edu.cmu.sphinx.util.props.PropertyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sphinx4 put together as a file beside this class says. The library's own way to change a setting
 * does not reach what is read already, so that places are filled in before it reads them.
 */
final class SphinxSetup {
  private static final Logger ENGINE_LOG = Logger.getLogger("edu.cmu.sphinx");

  private final Recognizer recognizer;
  private final StreamDataSource source;
  private final FrontEnd frontEnd;

  private SphinxSetup(Recognizer recognizer, StreamDataSource source, FrontEnd frontEnd) {
    this.recognizer = recognizer;
    this.source = source;
    this.frontEnd = frontEnd;
  }

  /**
   * Loads the model and all that the set-up names.
   *
   * @param file a name beside this class
   * @param places what stands for each {@code @name@} in it
   * @throws Fault.BadFile where the library or its model is not whole
   */
  static SphinxSetup load(String file, Map<String, String> places) {
    ENGINE_LOG.setLevel(Level.OFF);
    // The library asks for a logger of this name and gives it a handler of its own.
    Logger.getLogger("default.config").setLevel(Level.OFF);
    try {
      Path filled = Files.createTempFile("hark-sphinx", ".xml");
      try {
        Files.writeString(filled, filled(file, places));
        ConfigurationManager setup = new ConfigurationManager(filled.toUri().toURL());
        Recognizer recognizer = setup.lookup("recognizer");
        StreamDataSource source = setup.lookup("dataSource");
        FrontEnd frontEnd = setup.lookup("frontEnd");
        recognizer.allocate();
        return new SphinxSetup(recognizer, source, frontEnd);
      } finally {
        Files.deleteIfExists(filled);
      }
    } catch (IOException | PropertyException | IllegalStateException e) {
      throw new Fault.BadFile(Sentence.of("listen.engine-broken", "sphinx4"), e);
    }
  }

  private static String filled(String file, Map<String, String> places) throws IOException {
    URL template = SphinxSetup.class.getResource(file);
    if (template == null) {
      throw new IllegalStateException("no " + file);
    }
    String text;
    try (var in = template.openStream()) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> place : places.entrySet()) {
      text = text.replace("@" + place.getKey() + "@", place.getValue());
    }
    return text;
  }

  /**
   * Recognises one utterance. Digital silence gets the softest noise there is: it has no logarithm,
   * and would spoil the mean of all.
   *
   * @return null where there was nothing to recognise
   */
  @Nullable Result recognize(short[] samples) {
    Random random = new Random(1);
    short[] noisy = new short[samples.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = samples[i] == 0 ? (short) (random.nextInt(3) - 1) : samples[i];
    }
    source.setInputStream(new ByteArrayInputStream(Samples.littleEndian(noisy, noisy.length)));
    Result result = recognizer.recognize();
    drain();
    return result;
  }

  /**
   * Where no path was left the search ends early; the rest would be heard in the next utterance.
   */
  private void drain() {
    Data data = frontEnd.getData();
    while (data != null && !(data instanceof DataEndSignal)) {
      data = frontEnd.getData();
    }
  }

  void close() {
    recognizer.deallocate();
  }
}
