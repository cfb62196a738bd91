package dev.hark.hub.job;

import static dev.hark.hub.work.GroupRules.require;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.NewGroup;
import dev.hark.hub.work.Publishing;
import dev.hark.task.Mark;
import dev.hark.task.Medium;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import dev.hark.transcript.Answer;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Token;
import dev.hark.transcript.WordPairs;
import dev.hark.transcript.join.Joining;
import dev.hark.transcript.join.Note;
import dev.hark.transcript.join.NoteWords;
import dev.hark.transcript.join.ReviewList;
import dev.hark.transcript.join.Segment;
import dev.hark.transcript.join.UnsureSpot;
import dev.hark.wire.CheckRoundJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Second rounds: the unsure places of a recording's text, and nothing else, are given to other
 * workers to listen to, who say whether the text is right or another reading is, or type what is
 * said. Their answers go into the text. So do pieces that nobody understood or answered. Safe for
 * use by several threads and hubs.
 */
public final class CheckRounds {
  private static final int MOST_READINGS = 3;
  private static final int MOST_PLACES = 1_000;
  private static final String PLACE = "{text}";

  private final Store store;
  private final Publishing publishing;
  private final JobTexts texts;

  public CheckRounds(Store store, Publishing publishing, JobTexts texts) {
    this.store = store;
    this.publishing = publishing;
    this.texts = texts;
  }

  /**
   * A round to be posted.
   *
   * @param prompt {@code {text}} in it stands for the words and those around them
   * @param yes what the option is called that the text is right
   * @param no what the option is called that none of the readings is
   * @param copies how many workers listen to each place
   * @param places how many places at most
   * @param notes what stands for pieces without words, and what the option is called that one
   *     cannot be understood
   * @param noSpeech what the option is called that nobody speaks
   */
  public record NewRound(
      String title,
      String prompt,
      String yes,
      String no,
      Money reward,
      int copies,
      int places,
      Duration allowed,
      NoteWords notes,
      String noSpeech) {}

  private record Asked(PieceCheck check, NewGroup.NewTask task, double gain) {}

  /**
   * Posts a round about what is unsure now and was not asked about before.
   *
   * @param key the same key again gives the same round
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID}, {@link
   *     Refusal#NOT_COVERED}
   */
  public CheckRoundJson post(Caller caller, String jobId, NewRound round, String key) {
    require(round.places() >= 1 && round.places() <= MOST_PLACES, "places: 1 to " + MOST_PLACES);
    require(round.prompt().contains(PLACE), "prompt: with " + PLACE + " in it");
    store.read(handle -> JobTexts.own(handle, caller, jobId));
    texts.settle(jobId);
    return store.write(
        handle -> {
          Store.lock(handle, "rounds:" + jobId);
          return known(handle, jobId, key)
              .orElseGet(() -> make(handle, Jobs.find(handle, jobId).orElseThrow(), round, key));
        });
  }

  private static Optional<CheckRoundJson> known(Handle handle, String jobId, String key) {
    return handle
        .createQuery(
            "select group_id, places from check_round where job_id = :job and round_key = :key")
        .bind("job", jobId)
        .bind("key", key)
        .map((row, context) -> new CheckRoundJson(row.getString("group_id"), row.getInt("places")))
        .findOne();
  }

  private CheckRoundJson make(Handle handle, Job job, NewRound round, String key) {
    List<Asked> asked = places(handle, job, round);
    if (asked.isEmpty()) {
      return new CheckRoundJson(null, 0);
    }
    String groupId =
        publishing.publish(
            job.requesterId(),
            group(job, round, asked.stream().map(Asked::task).toList()),
            "checks:" + job.id() + ":" + key);
    List<String> tasks =
        handle
            .createQuery("select id from task where group_id = :group order by position")
            .bind("group", groupId)
            .mapTo(String.class)
            .list();
    for (int i = 0; i < tasks.size(); i++) {
      asked.get(i).check().save(handle, job.id(), tasks.get(i));
    }
    handle.execute(
        "insert into check_round (job_id, round_key, group_id, places) values (?, ?, ?, ?)",
        job.id(),
        key,
        groupId,
        asked.size());
    return new CheckRoundJson(groupId, asked.size());
  }

  private static NewGroup group(Job job, NewRound round, List<NewGroup.NewTask> tasks) {
    return new NewGroup(
        round.title(),
        TaskKind.COMPARE_AUDIO,
        Locale.forLanguageTag(job.language()),
        round.reward(),
        round.allowed(),
        NewGroup.AUTO_APPROVAL,
        round.copies(),
        0,
        Optional.empty(),
        Set.of(Need.HEARING),
        List.of(),
        tasks);
  }

  /** Those that gain most, in that order. */
  private static List<Asked> places(Handle handle, Job job, NewRound round) {
    List<PieceCheck> before =
        PieceCheck.all(handle, job.id()).stream().map(PieceCheck.Posted::check).toList();
    Map<String, PieceText> texts = new HashMap<>();
    PieceText.all(handle, job.id()).forEach(text -> texts.put(text.taskId(), text));
    List<Asked> asked = new ArrayList<>();
    for (JobPiece piece : Jobs.allPieces(handle, job.id())) {
      PieceText text = texts.getOrDefault(piece.taskId(), PieceText.unanswered(piece));
      // While answers to it are still to come, a piece is on the market as it is.
      if (text.done().isEmpty() && job.closed().isEmpty()) {
        continue;
      }
      for (UnsureSpot spot : spots(piece, text, round.notes())) {
        boolean isNew =
            before.stream()
                .noneMatch(
                    check ->
                        check.pieceTaskId().equals(piece.taskId())
                            && check.firstWord() == spot.firstWord()
                            && check.isAbout(text.words()));
        if (isNew) {
          asked.add(
              spot.words() > 0
                  ? asked(handle, job, round, piece, text, spot)
                  : empty(round, piece, text, spot));
        }
      }
    }
    asked.sort(Comparator.comparingDouble(Asked::gain).reversed());
    return asked.subList(0, Math.min(asked.size(), round.places()));
  }

  /** A piece that nobody understood, or nobody answered. */
  private static Asked empty(NewRound round, JobPiece piece, PieceText text, UnsureSpot spot) {
    List<Question.Option> options = new ArrayList<>();
    if (text.note() != Note.NO_ANSWER) {
      options.add(new Question.Option(PieceCheck.YES, round.yes()));
    }
    for (int i = 0; i < PieceCheck.MARKS.size(); i++) {
      Mark mark = PieceCheck.MARKS.get(i);
      if (!mark.name().equals(text.note().name())) {
        options.add(
            new Question.Option(
                PieceCheck.other(i),
                mark == Mark.NO_SPEECH ? round.noSpeech() : round.notes().unclear()));
      }
    }
    return new Asked(
        new PieceCheck(piece.taskId(), 0, List.of(), List.of()),
        task(round, piece, spot.text(), options),
        spot.expectedErrors());
  }

  private static NewGroup.NewTask task(
      NewRound round, JobPiece piece, String words, List<Question.Option> options) {
    return new NewGroup.NewTask(
        new Question.Choice(
            round.prompt().replace(PLACE, words),
            List.of(new Medium(piece.mediumId(), "", Optional.empty(), "")),
            options,
            true),
        Optional.empty());
  }

  private static List<UnsureSpot> spots(JobPiece piece, PieceText text, NoteWords notes) {
    return ReviewList.of(
        Joining.join(
                List.of(
                    new Segment(
                        piece.taskId(), piece.start(), piece.end(), text.words(), text.note())))
            .with(notes));
  }

  private static Asked asked(
      Handle handle, Job job, NewRound round, JobPiece piece, PieceText text, UnsureSpot spot) {
    int to = spot.firstWord() + spot.words();
    List<MergedWord> words = text.words().subList(spot.firstWord(), to);
    List<List<Token>> readings = readings(handle, job, text, spot.firstWord(), to);
    List<Question.Option> options = new ArrayList<>();
    options.add(new Question.Option(PieceCheck.YES, round.yes()));
    for (int i = 0; i < readings.size(); i++) {
      options.add(
          new Question.Option(
              PieceCheck.other(i),
              around(
                  spot, String.join(" ", readings.get(i).stream().map(Token::surface).toList()))));
    }
    options.add(new Question.Option(PieceCheck.NO, round.no()));
    return new Asked(
        new PieceCheck(
            piece.taskId(),
            spot.firstWord(),
            words.stream().map(MergedWord::word).toList(),
            readings),
        task(round, piece, around(spot, spot.text()), options),
        spot.expectedErrors());
  }

  private static String around(UnsureSpot spot, String words) {
    return String.join(" ", spot.before(), words, spot.after()).replaceAll("\\s+", " ").strip();
  }

  /** What answers have in the place of some words, what most have first. */
  private static List<List<Token>> readings(
      Handle handle, Job job, PieceText text, int from, int to) {
    Locale language = Locale.forLanguageTag(job.language());
    Map<List<String>, List<List<Token>>> alike = new LinkedHashMap<>();
    for (GivenAnswer given : GivenAnswer.all(handle, text.taskId())) {
      if (Mark.without(given.text()).isEmpty()) {
        continue;
      }
      Answer answer = given.heard(language);
      List<Token> reading = WordPairs.of(answer.tokens(), text.words()).reading(from, to);
      alike
          .computeIfAbsent(reading.stream().map(Token::word).toList(), words -> new ArrayList<>())
          .add(reading);
    }
    alike.remove(text.words().subList(from, to).stream().map(MergedWord::word).toList());
    return alike.values().stream()
        .sorted(Comparator.comparingInt(same -> -same.size()))
        .limit(MOST_READINGS)
        .map(List::getFirst)
        .toList();
  }
}
