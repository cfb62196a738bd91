package dev.hark.hub.demo;

import dev.hark.audio.Wav;
import dev.hark.hub.media.MediumMaker;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Makes the market's recordings and pictures when they are first asked for. A recording takes a few
 * milliseconds, the very first one a third of a second.
 */
public final class DemoMedia implements MediumMaker {
  private final Narrator narrator =
      new Narrator(Sentences.load(), VoicePlan.load(), new FreeTtsSynthesizer());

  @Override
  public Optional<byte[]> make(String mediumId) {
    return Recording.ofId(mediumId)
        .filter(narrator::knows)
        .map(recording -> Wav.encode(narrator.speak(recording)))
        .or(() -> picture(mediumId));
  }

  private static Optional<byte[]> picture(String mediumId) {
    List<GroupPlan> groups = mediumId.startsWith(PictureId.PREFIX) ? GroupPlan.load() : List.of();
    return PictureId.find(mediumId, groups)
        .map(plan -> plan.picture().svg().getBytes(StandardCharsets.UTF_8));
  }
}
