package dev.hark.cli.command;

import dev.hark.audio.Floor;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.device.DeviceOutput;
import dev.hark.audio.files.OneFileOutput;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Setting;
import dev.hark.cli.VoiceChoice;
import dev.hark.cli.sound.Loudspeaker;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.speech.Deliveries;
import dev.hark.speech.Priority;
import dev.hark.speech.Purpose;
import dev.hark.speech.SpeechQueue;
import dev.hark.speech.Utterance;
import dev.hark.speech.VoiceProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark say TEXT}: says it as a session would, or writes the sound to a file. */
@Command(name = "say", description = "cli.command.say")
public final class SayCommand extends HarkCommand {
  private static final int MOST_BYTES = 1_000_000;
  private static final Duration LONGEST = Duration.ofHours(12);

  /** What a session, which writes, goes on after. */
  private static final Map<String, String> UNSAID =
      Map.of(
          "speech.no-voice", "cli.say-no-voice",
          "speech.none-left", "cli.say-failed",
          "speech.cannot-say", "cli.say-cannot");

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "cli.say.text")
  private List<String> words = new ArrayList<>();

  @Option(names = "--voice", paramLabel = "NAME", description = "cli.option.voice")
  private @Nullable String voice;

  @Option(names = "--language", paramLabel = "CODE", description = "cli.say.language")
  private @Nullable String language;

  @Option(names = "--out", paramLabel = "FILE", description = "cli.say.out")
  private @Nullable Path out;

  private final Queue<Sentence> unsaid = new ConcurrentLinkedQueue<>();

  @Override
  protected ExitCode run(Context context) {
    VoiceProfile profile =
        voice == null ? VoiceChoice.chosen(context) : VoiceChoice.files(context).load(voice);
    Utterance utterance =
        new Utterance(text(context), language(profile), Priority.ANSWER, Purpose.INTERFACE);
    return out == null
        ? aloud(context, profile, utterance)
        : file(context, profile, utterance, out);
  }

  private String text(Context context) {
    String text = String.join(" ", words);
    try {
      if (words.isEmpty() || text.equals("-")) {
        byte[] in = context.environment().in().readNBytes(MOST_BYTES);
        text = new String(in, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("cli.say-unread"), e);
    }
    if (text.isBlank()) {
      throw new Fault.Usage(Sentence.of("cli.say-what"));
    }
    return text;
  }

  private Locale language(VoiceProfile profile) {
    if (language == null) {
      return profile.language();
    }
    if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw new Fault.Usage(Sentence.of("cli.say-odd-language", language));
    }
    return Locale.forLanguageTag(language);
  }

  private ExitCode file(Context context, VoiceProfile profile, Utterance utterance, Path file) {
    try (OneFileOutput output = new OneFileOutput(file.toAbsolutePath())) {
      say(context, output, profile, utterance);
      Duration length = output.end();
      if (length.isZero()) {
        return nothing(context, profile);
      }
      context
          .output()
          .result(
              Map.of("file", file.toString(), "millis", length.toMillis(), "voice", profile.name()),
              List.of(Sentence.of("cli.say-written", rounded(length), file.toString())));
      return unsaid.isEmpty() ? ExitCode.OK : nothing(context, profile);
    }
  }

  private ExitCode aloud(Context context, VoiceProfile profile, Utterance utterance) {
    Consumer<Sentence> news = news(context);
    try (SoundOutput output =
        DeviceOutput.open(context.settings().get(Setting.SOUND_DEVICE), news)) {
      say(context, output, profile, utterance);
      boolean own = profile.engine().equals("speech-dispatcher");
      if (output.kind() == SoundOutput.Kind.NONE && !own) {
        return failed(context, Sentence.of("cli.say-unheard"));
      }
      boolean silent = profile.engine().equals("silent");
      return silent || !unsaid.isEmpty() ? nothing(context, profile) : ExitCode.OK;
    }
  }

  /** In seconds, a part of one as one. */
  private static Duration rounded(Duration length) {
    return Duration.ofSeconds(length.plusMillis(999).toSeconds());
  }

  private ExitCode nothing(Context context, VoiceProfile profile) {
    Sentence why = unsaid.peek();
    return failed(
        context,
        why == null
            ? Sentence.of("cli.say-nothing", profile.name())
            : new Sentence(Objects.requireNonNull(UNSAID.get(why.key())), why.args()));
  }

  private static ExitCode failed(Context context, Sentence sentence) {
    context.output().fault(sentence, ExitCode.NO.number());
    return ExitCode.NO;
  }

  private Consumer<Sentence> news(Context context) {
    return sentence -> {
      if (UNSAID.containsKey(sentence.key())) {
        unsaid.add(sentence);
      } else {
        context.output().progress(sentence);
      }
    };
  }

  private void say(Context context, SoundOutput output, VoiceProfile profile, Utterance utterance) {
    boolean device = output.kind() != SoundOutput.Kind.FILES;
    Map<String, String> environment = context.environment().variables();
    try (SpeechQueue queue =
        new SpeechQueue(
            Deliveries.of(Map.of(Purpose.INTERFACE, profile), environment, device),
            SpeechQueue.PATIENCE,
            new Loudspeaker(output, new Floor(), profile.volume()),
            news(context))) {
      queue.say(utterance);
      queue.awaitSilence(LONGEST);
    }
  }
}
