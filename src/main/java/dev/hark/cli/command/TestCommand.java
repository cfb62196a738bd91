package dev.hark.cli.command;

import dev.hark.audio.decode.SeekableSound;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.session.LineSource;
import dev.hark.cli.session.Sounding;
import dev.hark.cli.session.YesNo;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.QualificationWords;
import dev.hark.market.Qualifications;
import dev.hark.market.QualifyingTest;
import dev.hark.task.Answer;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hark qualifications test ID}: a test, question by question, a line an answer. Each answer
 * is kept as it is typed, so that a test that breaks off goes on where it was.
 */
@Command(name = "test", description = "qualify.command.test")
final class TestCommand extends HarkCommand {
  @Parameters(paramLabel = "ID", description = "qualify.option.id")
  private String id = "";

  @Option(names = "--sound-to", paramLabel = "FOLDER", description = "qualify.option.sound-to")
  private @Nullable Path soundTo;

  private @Nullable Sounding sounding;

  @Override
  protected ExitCode run(Context context) {
    LineSource in =
        LineSource.of(
            new BufferedReader(
                new InputStreamReader(context.environment().in(), StandardCharsets.UTF_8)));
    try (Qualifications market = context.connection().qualifications()) {
      QualifyingTest test = market.start(id, UUID.randomUUID().toString());
      if (test.state() != QualifyingTest.State.OPEN) {
        tell(context, test);
        return ExitCode.OK;
      }
      TestAnswers answers = new TestAnswers(context.journal(), test);
      say(context, Sentence.of("qualify.test.intro", test.form().parts().size(), test.deadline()));
      say(context, Sentence.of("qualify.test.words", test.form().prompt()));
      if (!ask(context, in, test, answers) || !confirmed(context, in, answers)) {
        say(context, Sentence.of("qualify.test.kept", test.deadline(), id));
        return ExitCode.OK;
      }
      tell(context, market.submit(test.id(), answers.whole(), test.id()));
      answers.forget();
      return ExitCode.OK;
    }
  }

  private static void tell(Context context, QualifyingTest test) {
    context
        .output()
        .result(
            Map.of("state", test.state(), "points", test.points(), "most", test.most()),
            List.of(QualificationWords.result(test)));
  }

  /** Whether all questions were gone through; not where the worker stopped. */
  private boolean ask(Context context, LineSource in, QualifyingTest test, TestAnswers answers) {
    List<Question> parts = test.form().parts();
    int at = answers.firstOpen();
    if (at > 0) {
      say(context, Sentence.of("qualify.test.goes-on", at));
    }
    boolean asks = true;
    while (at < parts.size()) {
      if (asks) {
        say(context, question(parts.get(at), at, parts.size()));
        play(context, parts.get(at));
      }
      String line = in.next();
      if (line == null) {
        return false;
      }
      String typed = line.strip();
      asks = true;
      switch (typed.toLowerCase(Locale.ROOT)) {
        case "/quit", "/q" -> {
          return false;
        }
        case "/back", "/b" -> at = Math.max(0, at - 1);
        case "/skip", "/s" -> answers.put(at++, new Answer.Text(""));
        case "/play", "/p" -> {
          play(context, parts.get(at));
          asks = false;
        }
        case "" -> {}
        default -> {
          Optional<Answer> answer = read(parts.get(at), typed);
          if (answer.isPresent()) {
            answers.put(at++, answer.get());
          } else {
            say(context, Sentence.of("qualify.test.which", options(parts.get(at))));
            asks = false;
          }
        }
      }
    }
    return true;
  }

  private static boolean confirmed(Context context, LineSource in, TestAnswers answers) {
    say(
        context,
        answers.open() == 0
            ? Sentence.of("qualify.test.sure")
            : Sentence.of("qualify.test.sure-open", answers.open()));
    String line = in.next();
    return line != null && YesNo.of(line.strip()).orElse(false);
  }

  private static Sentence question(Question question, int at, int count) {
    if (!(question instanceof Question.Choice choice)) {
      return Sentence.of("qualify.test.question", at + 1, count, question.prompt());
    }
    List<Object> options = new ArrayList<>();
    for (Question.Option option : choice.options()) {
      options.add(Sentence.of("qualify.test.option", options.size() + 1, option.label()));
    }
    return Sentence.of("qualify.test.choice", at + 1, count, question.prompt(), options);
  }

  private static int options(Question question) {
    return question instanceof Question.Choice choice ? choice.options().size() : 0;
  }

  private static Optional<Answer> read(Question question, String typed) {
    if (!(question instanceof Question.Choice choice)) {
      return Optional.of(new Answer.Text(typed));
    }
    if (!typed.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(typed);
    return number < 1 || number > choice.options().size()
        ? Optional.empty()
        : Optional.of(new Answer.Choice(choice.options().get(number - 1).id()));
  }

  /** A sound that cannot be had leaves the question open to be answered or skipped. */
  private void play(Context context, Question question) {
    for (Medium medium : question.media()) {
      if (!medium.isAudio()) {
        if (!medium.description().isEmpty()) {
          say(context, Sentence.of("qualify.test.words", medium.description()));
        }
        continue;
      }
      try {
        Sounding sound = sounding(context);
        sound.player().load(SeekableSound.open(context.market().media(medium.id()), medium.id()));
        sound.player().play();
        say(context, Sentence.of("qualify.test.playing"));
      } catch (Fault fault) {
        // Without its sound a question can still be left open.
        say(context, fault.sentence());
      }
    }
  }

  private Sounding sounding(Context context) {
    Sounding open = sounding;
    if (open == null) {
      open = Sounding.open(context, Optional.ofNullable(soundTo), context.output()::progress);
      context.onClose(open::close);
      sounding = open;
    }
    return open;
  }

  private static void say(Context context, Sentence sentence) {
    context.output().say(sentence);
  }
}
