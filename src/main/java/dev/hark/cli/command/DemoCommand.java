package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.TemporaryFolder;
import dev.hark.cli.VoiceChoice;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.output.Output;
import dev.hark.cli.output.PlainOutput;
import dev.hark.cli.output.SpokenOutput;
import dev.hark.cli.session.ActionWords;
import dev.hark.cli.session.DemoScript;
import dev.hark.cli.session.FrontWords;
import dev.hark.cli.session.LineFront;
import dev.hark.cli.session.Sounding;
import dev.hark.cli.session.SpeechOptions;
import dev.hark.cli.session.SpokenAnswers;
import dev.hark.cli.session.Teller;
import dev.hark.cli.session.Workplace;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.journal.UserFolders;
import dev.hark.market.Choice;
import dev.hark.market.Earnings;
import dev.hark.market.Marketplace;
import dev.hark.market.OfferOrder;
import dev.hark.pay.Yardstick;
import dev.hark.task.Need;
import dev.hark.work.ByEar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hark demo}: a whole first session by script, on a hub of its own that is gone after. */
@Command(name = "demo", description = "cli.command.demo")
public final class DemoCommand extends HarkCommand {
  @Mixin private SpeechOptions speech;

  @Override
  protected ExitCode run(Context context) {
    speech.assume(context);
    try (TemporaryFolder folder = TemporaryFolder.make("hark-demo")) {
      return run(context, folders(folder.path()).made());
    }
  }

  private static UserFolders folders(Path folder) {
    return new UserFolders(
        folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
  }

  private ExitCode run(Context context, UserFolders folders) {
    context.output().say(Sentence.of("cli.demo-begins"));
    try (Sounding sounding =
            Sounding.open(
                context, Optional.ofNullable(speech.soundTo), context.output()::progress);
        Connection connection = Connection.embedded(folders, false, context.output()::progress);
        Marketplace market = connection.worker()) {
      SpokenAnswers spoken =
          speech.speak
              ? new SpokenAnswers(
                  sounding.speak(VoiceChoice.each(context), context.environment().variables()))
              : null;
      Output output =
          spoken != null && context.output() instanceof PlainOutput plain
              ? new SpokenOutput(plain, context.wording(), spoken)
              : context.output();
      Teller teller = new Teller(output, spoken);
      try (Workplace workplace =
          new Workplace(
              connection,
              folders,
              sounding.player(),
              choice(context),
              teller,
              Workplace.WatchTerms.USUAL,
              ByEar.USUAL)) {
        workplace.session().start();
        teller.answered();
        new LineFront(
                workplace.session(),
                new ActionWords(context.wording()),
                new DemoScript(connection, market, context.wording(), context.output()::say),
                teller,
                new FrontWords(context.wording(), sounding.player(), teller))
            .run();
      }
      return earned(output, market);
    }
  }

  private static Choice choice(Context context) {
    Yardstick pay = Choosing.pay(context, LocalDate.now(ZoneId.systemDefault()));
    return new Choice(
        new Facts.Me(Set.of(Need.HEARING), pay.perHour()),
        Choosing.filters(context, List.of("fair-pay")),
        Set.of(),
        OfferOrder.NEWEST,
        pay);
  }

  private static ExitCode earned(Output output, Marketplace market) {
    List<Earnings.Line> lines = market.earnings(ZoneId.systemDefault()).lines();
    Optional<Earnings.Line> paid =
        lines.stream().filter(line -> line.total().minor() > 0).findFirst();
    output.say(
        paid.map(line -> Sentence.of("cli.demo-earned", line.total()))
            .orElseGet(() -> Sentence.of("cli.demo-earned-nothing")));
    return paid.isPresent() ? ExitCode.OK : ExitCode.NO;
  }
}
