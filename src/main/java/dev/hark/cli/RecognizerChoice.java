package dev.hark.cli;

import dev.hark.speech.listen.vosk.VoskModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The model for recognising speech that the settings name. */
public final class RecognizerChoice {
  private RecognizerChoice() {}

  /** Not looked at yet; empty where none is named. */
  public static Optional<VoskModel> of(Context context) {
    Optional<Locale> language = context.settings().get(Setting.RECOGNIZER_LANGUAGE).map(Locale::of);
    return context
        .settings()
        .get(Setting.RECOGNIZER_MODEL)
        .map(folder -> new VoskModel(Path.of(folder), language));
  }
}
