package dev.hark.cli.session;

import dev.hark.cli.Context;
import dev.hark.cli.Setting;
import dev.hark.cli.VoiceChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about who speaks and where sound goes. */
public final class SpeechOptions {
  @Option(names = "--speak", description = "cli.option.speak")
  public boolean speak;

  @Option(names = "--no-speak", description = "cli.option.no-speak")
  public boolean noSpeak;

  @Option(names = "--profile", paramLabel = "NAME", description = "cli.option.profile")
  public @Nullable String profile;

  @Option(names = "--sound-to", paramLabel = "DIR", description = "cli.option.sound-to")
  public @Nullable Path soundTo;

  /**
   * Takes the voice that was asked for, for this run only.
   *
   * @throws dev.hark.fault.Fault.BadFile where there is none of that name, or its file has a fault
   */
  public void assume(Context context) {
    if (profile != null) {
      VoiceChoice.files(context).load(profile);
      context.settings().assume(Setting.VOICE, profile);
    }
  }
}
