package dev.hark.cli;

import dev.hark.fault.Sentence;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;

/** What a value on the command line is called, such as FILE: in capitals, and in each language. */
final class Label {
  /** Whatever else a label may be is to be typed as it stands, such as {@code en|nl}. */
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]+(-[A-Z]+)*");

  private Label() {}

  /** To be put into a sentence. */
  static Object of(ArgSpec spec) {
    return named(spec) ? of(spec.paramLabel()) : spec.paramLabel();
  }

  /** A label that no value has. */
  static Sentence of(String name) {
    return Sentence.of(key(name));
  }

  static boolean named(ArgSpec spec) {
    return CAPITALS.matcher(spec.paramLabel()).matches();
  }

  static String key(String name) {
    return "label." + name.toLowerCase(Locale.ROOT);
  }
}
