package dev.hark.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Hark remembers of a person's choices. The name in the file is the constant's in small
 * letters, with a hyphen for each underscore.
 */
@SuppressWarnings("ImmutableEnumChecker") // a pattern never changes
public enum Setting {
  LANG("en|nl"),
  HUB("https?://\\S+"),
  REVIEWS("https://\\S+|http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?(/\\S*)?"),
  REVIEWS_KIND("hub|turkopticon|turkerview"),
  SEES("yes|no"),
  HEARS("yes|no"),
  MICROPHONE("yes|no"),
  CAMERA("yes|no"),
  SPEECH("self|reader"),
  COMMANDS("keys|voice"),
  HEADPHONES("yes|no"),
  RECOGNIZER_MODEL("\\S.*"),
  RECOGNIZER_LANGUAGE("[a-z]{2,3}"),
  VOICE("\\S+"),
  VOICE_TASKS("\\S+"),
  VOICE_READ_BACK("\\S+"),
  RATE("[1-9][0-9]{1,2}"),
  PLACE("[A-Za-z]{2}[A-Za-z0-9_-]*"),
  FLOOR("legal|living|[0-9]+([.,][0-9]{1,2})? ?[A-Za-z]{3}"),
  FILTER("\\S+"),
  QUIET("[0-9]{1,2}[:.][0-9]{2} ?- ?[0-9]{1,2}[:.][0-9]{2}"),
  ZONE("[A-Za-z0-9_+/:-]+"),
  REST("[0-9]{1,4}"),
  SOUND("yes|no"),
  SOUND_DEVICE("\\S.*"),
  MICROPHONE_DEVICE("\\S.*"),
  SOUNDS("yes|no"),
  HOURS("[0-9]{1,2}[:.][0-9]{2} ?- ?[0-9]{1,2}[:.][0-9]{2}"),
  QUEUE("[1-9][0-9]{0,2}"),
  CAP("[1-9][0-9]{0,2}"),
  RHYTHM("[1-9][0-9]?( ?[+] ?[0-9]{1,2})?"),
  LEVEL("yes|no"),
  ALPHABET("off|alike|all");

  private final Pattern shape;

  Setting(String shape) {
    this.shape = Pattern.compile(shape);
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Key of the sentence that says what it is for and what it may be. */
  public String helpKey() {
    return "cli.setting." + id();
  }

  boolean takes(String value) {
    return shape.matcher(value).matches();
  }
}
