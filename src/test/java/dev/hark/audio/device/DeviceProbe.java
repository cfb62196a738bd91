package dev.hark.audio.device;

import dev.hark.audio.Clip;
import dev.hark.audio.ClipPlayer;
import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.Wav;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own, because a sound system reads its configuration once. */
public final class DeviceProbe {
  private DeviceProbe() {}

  /**
   * Plays a recording to its end on the default device and writes what it met.
   *
   * @param args the recording, the file for the report
   */
  public static void main(String[] args) throws Exception {
    StringBuilder report = new StringBuilder();
    try (SoundOutput output = DeviceOutput.open(news -> report.append(news.key()).append('\n'));
        ClipPlayer player = new ClipPlayer(output, new Floor())) {
      Clip clip = Wav.read(Path.of(args[0]));
      player.load(clip);
      player.play();
      player.await();
      report.append(output.kind()).append('\n').append(player.position().toMillis()).append('\n');
    }
    Files.writeString(Path.of(args[1]), report, StandardCharsets.UTF_8);
  }
}
