package dev.hark.cli.session;

import dev.hark.audio.SoundInput;
import dev.hark.audio.device.DeviceInput;
import dev.hark.audio.files.FileInput;
import dev.hark.cli.Context;
import dev.hark.cli.RecognizerChoice;
import dev.hark.cli.Setting;
import dev.hark.speech.Priority;
import dev.hark.speech.listen.Recognizers;
import dev.hark.speech.listen.vosk.VoskModel;
import dev.hark.voice.Ear;
import dev.hark.voice.Phrasebook;
import dev.hark.voice.Voices;
import dev.hark.work.Session;
import java.util.Optional;

/** What a session hears, as options and settings say. Nothing is opened before it is needed. */
final class Hearing implements AutoCloseable {
  private final Ear ear;
  private final Session session;
  private final Sounding sounding;
  private final boolean handsFree;
  private final Runnable close;

  private Hearing(Ear ear, Session session, Sounding sounding, boolean handsFree, Runnable close) {
    this.ear = ear;
    this.session = session;
    this.sounding = sounding;
    this.handsFree = handsFree;
    this.close = close;
  }

  static Hearing of(
      Context context, HearingOptions options, Session session, Teller teller, Sounding sounding) {
    Optional<VoskModel> model = RecognizerChoice.of(context);
    Recognizers recognizers = new Recognizers(context.environment().variables(), model);
    Voices voices = new Voices(recognizers, Phrasebook.of(context.wording()));
    Optional<FileInput> file = Optional.ofNullable(options.soundFrom).map(FileInput::new);
    SoundInput input = file.<SoundInput>map(in -> in).orElseGet(() -> microphone(context, teller));
    boolean handsFree =
        options.handsFree
            || context.settings().get(Setting.COMMANDS).filter("voice"::equals).isPresent();
    Ear ear =
        new Ear(
            input,
            voices,
            session,
            new EarHost(teller, sounding::audible),
            handsFree,
            context.settings().yes(Setting.HEADPHONES, false));
    session.hearBy(ear);
    model.flatMap(VoskModel::unknownLanguage).ifPresent(why -> teller.say(why, Priority.ALERT));
    return new Hearing(ear, session, sounding, handsFree, () -> file.ifPresent(FileInput::close));
  }

  private static SoundInput microphone(Context context, Teller teller) {
    return new DeviceInput(
        context.settings().get(Setting.MICROPHONE_DEVICE),
        news -> teller.say(news, Priority.ALERT));
  }

  void start() {
    ear.start();
  }

  Sounding sounding() {
    return sounding;
  }

  /** Lines that are not waited for once the session was ended by voice. */
  LineSource lines(LineSource in) {
    return handsFree ? new VoicedLines(in, session, ear) : in;
  }

  /** Waits until what is being said was taken down. */
  void await() {
    if (ear.busy()) {
      ear.await();
    }
  }

  @Override
  public void close() {
    ear.close();
    close.run();
  }
}
