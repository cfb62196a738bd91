package dev.hark.audio.device;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.TargetDataLine;

/** A process of its own, because a sound system reads its configuration once. */
public final class MicrophoneProbe {
  private MicrophoneProbe() {}

  /**
   * Says "listening" once the default microphone is open, and records until the standard input
   * ends.
   *
   * @param args the file for the samples
   */
  public static void main(String[] args) throws Exception {
    AudioFormat format = new AudioFormat(VirtualSound.RATE, 16, 1, true, false);
    TargetDataLine line = AudioSystem.getTargetDataLine(format);
    line.open(format);
    line.start();
    byte[] piece = new byte[VirtualSound.RATE / 10];
    try (line;
        InputStream until = System.in;
        var file = Files.newOutputStream(Path.of(args[0]))) {
      boolean told = false;
      boolean ended = false;
      while (!ended) {
        file.write(piece, 0, line.read(piece, 0, piece.length));
        if (!told) {
          System.out.println("listening");
          told = true;
        }
        ended = until.available() > 0;
      }
    }
  }
}
