package dev.hark.cli.sound;

import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.device.DeviceOutput;
import dev.hark.fault.Sentence;
import dev.hark.speech.Priority;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import dev.hark.speech.freetts.FreeTtsSynthesizer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A process of its own that speaks on a device, because a sound system reads its settings once. */
public final class SpeakingProbe {
  private SpeakingProbe() {}

  /**
   * Says each line of the standard input on the device; a line {@code wait} waits until all is said
   * and then answers {@code said}, {@code silence} stops it; one that begins with {@code then} is
   * said after what is said. News are written as their keys.
   *
   * @param args the device's name, where it is not the default; {@code hum} for a voice that is
   *     never silent
   */
  public static void main(String[] args) throws Exception {
    PrintStream to = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean hum = List.of(args).contains("hum");
    Optional<String> device = args.length == 0 || hum ? Optional.empty() : Optional.of(args[0]);
    try (SoundOutput output = DeviceOutput.open(device, news -> tell(to, news));
        SpeechQueue queue =
            new SpeechQueue(
                List.of(hum ? new NeverSilent() : new FreeTtsSynthesizer()),
                180,
                SpeechQueue.PATIENCE,
                new Loudspeaker(output, new Floor(), 100),
                news -> tell(to, news))) {
      to.println("ready " + output.kind());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line) {
          case "wait" -> to.println(queue.awaitSilence(Duration.ofMinutes(2)) ? "said" : "hangs");
          case "silence" -> queue.silence();
          default -> {
            Priority priority = line.startsWith("then ") ? Priority.BACKGROUND : Priority.ANSWER;
            queue.say(new Utterance(line.replace("then ", ""), Locale.ENGLISH, priority));
          }
        }
      }
    }
  }

  private static void tell(PrintStream to, Sentence news) {
    to.println(news.key());
  }
}
