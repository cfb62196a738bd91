package dev.hark.cli.session;

import dev.hark.cli.Setting;
import dev.hark.cli.Settings;
import dev.hark.work.ByEar;
import java.util.Locale;

/** How somebody works by ear, as they set it. */
final class EarSettings {
  private EarSettings() {}

  static ByEar of(Settings settings) {
    return new ByEar(
        settings.get(Setting.RHYTHM).flatMap(ByEar::rhythm),
        settings.yes(Setting.LEVEL, true),
        settings
            .get(Setting.ALPHABET)
            .map(name -> ByEar.Alphabet.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(ByEar.Alphabet.OFF));
  }
}
