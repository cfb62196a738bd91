package dev.hark.hub.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.cli.bench.merge.Crowd;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import dev.hark.hub.Services;
import dev.hark.hub.TestDatabase;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Token;
import dev.hark.transcript.WordErrors;
import dev.hark.wire.JobJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The answers of CrowdSpeech arrive at a hub one after the other, each piece a recording of its
 * own; docs/transcripts.md has the figures.
 */
@EnabledIf(value = "isThere", disabledReason = "the answers of a crowd are not here")
class CrowdReplayTest {
  private static final Path CROWDSPEECH =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/crowdspeech");

  private static final int PIECES = Integer.getInteger("hark.replay.pieces", 40);

  /** On a database server each answer takes longer. */
  private static final int FEW = 12;

  /** Points of error rate by which arriving one by one may be worse than all at once. */
  private static final double NEARLY = 2;

  private final List<Given> given = new ArrayList<>();
  private Crowd crowd = new Crowd("", List.of(), Map.of());
  @TempDir Path data;

  private record Given(int piece, String worker, String text) {}

  static boolean isThere() {
    return Files.isDirectory(CROWDSPEECH);
  }

  @BeforeEach
  void read() {
    read(PIECES);
  }

  private void read(int pieces) {
    given.clear();
    Crowd all = Crowd.read(CROWDSPEECH, Crowd.OTHER);
    crowd = new Crowd(all.name(), all.pieces().subList(0, pieces), all.said());
    int most =
        crowd.pieces().stream().mapToInt(piece -> piece.answers().size()).max().orElseThrow();
    for (int round = 0; round < most; round++) {
      for (int i = 0; i < pieces; i++) {
        List<dev.hark.transcript.Answer> answers = crowd.pieces().get(i).answers();
        if (round < answers.size()) {
          dev.hark.transcript.Answer answer = answers.get(round);
          given.add(new Given(i, answer.worker(), text(answer)));
        }
      }
    }
  }

  private static String text(dev.hark.transcript.Answer answer) {
    return answer.tokens().stream().map(Token::surface).collect(Collectors.joining(" "));
  }

  @Test
  @Requirement("AUD-112")
  void answersThatArriveOneByOneMakeNearlyTheTextThatAllMakeTogether(TestReporter reporter) {
    near(reporter, "in the order of the file");
  }

  @Test
  @Requirement("AUD-112")
  void inAnyOrder(TestReporter reporter) {
    Collections.shuffle(given, new Random(6));
    near(reporter, "shuffled");
  }

  @Test
  @Requirement("AUD-112")
  void twoWhoCopyTheTextOfAnotherPieceAndAreAlwaysFirstChangeLittle(TestReporter reporter) {
    List<Given> copies = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      String other = text(crowd.pieces().get((i + 1) % PIECES).answers().getFirst());
      copies.add(new Given(i, "copier one", other));
      copies.add(new Given(i, "copier two", other));
    }
    given.addAll(0, copies);
    near(reporter, "with two who send another piece's text first");
  }

  @Test
  @Requirement("AUD-112")
  void norDoTwoWhoCopyErrors(TestReporter reporter) {
    Random random = new Random(7);
    List<Given> copies = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      List<String> said = crowd.said().getOrDefault(crowd.pieces().get(i).id(), List.of());
      List<String> wrong =
          said.stream()
              .map(word -> random.nextInt(3) == 0 ? "x" + word.length() + word : word)
              .toList();
      copies.add(new Given(i, "copier one", String.join(" ", wrong)));
      List<String> nearly = new ArrayList<>(wrong);
      nearly.set(random.nextInt(nearly.size()), "changed");
      copies.add(new Given(i, "copier two", String.join(" ", nearly)));
    }
    given.addAll(0, copies);
    near(reporter, "with two whose every third word is wrong alike first");
  }

  @Test
  @Requirement("AUD-112")
  void norDoesTheDatabaseMatter(TestReporter reporter) {
    read(FEW);
    near(reporter, "on PostgreSQL", TestDatabase.POSTGRES);
  }

  private void near(TestReporter reporter, String how) {
    near(reporter, how, TestDatabase.SQLITE);
  }

  private void near(TestReporter reporter, String how, TestDatabase database) {
    List<Piece> pieces =
        IntStream.range(0, crowd.pieces().size())
            .mapToObj(
                i ->
                    new Piece(
                        crowd.pieces().get(i).id(),
                        given.stream()
                            .filter(one -> one.piece() == i)
                            .map(
                                one ->
                                    dev.hark.transcript.Answer.of(
                                        one.worker(), one.text(), Locale.ENGLISH))
                            .toList()))
            .toList();
    double together = mean(Merger.merge(pieces).pieces());
    double oneByOne = mean(replay(database));
    reporter.publishEntry(
        how, String.format(Locale.ROOT, "together %.2f, one by one %.2f", together, oneByOne));
    assertTrue(oneByOne < together + NEARLY, oneByOne + " for " + together);
  }

  private double mean(List<MergedPiece> texts) {
    return 100
        * texts.stream()
            .mapToDouble(
                text ->
                    WordErrors.of(
                            crowd.said().getOrDefault(text.id(), List.of()),
                            text.words().stream().map(MergedWord::word).toList())
                        .rate())
            .average()
            .orElseThrow();
  }

  private List<MergedPiece> replay(TestDatabase database) {
    HubConfig config = HubConfig.embedded(data, "Market", true).withDatabase(database.in(data));
    try (Hub hub = Hub.start(config)) {
      Services services = hub.services();
      String requester = services.accounts().register(Role.REQUESTER, "Radio Archive").id();
      services.ledger().deposit(requester, Money.of(1_000_000, "EUR"), "all");
      int pieces = crowd.pieces().size();
      int[] answers = new int[pieces];
      given.forEach(one -> answers[one.piece()]++);
      List<JobJson> jobs =
          IntStream.range(0, pieces)
              .mapToObj(
                  i ->
                      services
                          .jobs()
                          .post(requester, job(services, requester, i, answers[i]), "job" + i))
              .toList();
      List<String> names = given.stream().map(Given::worker).distinct().sorted().toList();
      List<String> ids = services.accounts().registerPastWorkers(names.size());
      Map<String, String> workers = new HashMap<>();
      for (int i = 0; i < ids.size(); i++) {
        workers.put(names.get(i), ids.get(i));
      }
      Caller caller = new Caller(requester, Role.REQUESTER);
      for (int i = 0; i < given.size(); i++) {
        Given one = given.get(i);
        String worker = Objects.requireNonNull(workers.get(one.worker()));
        String group = jobs.get(one.piece()).groupId();
        String held = services.leases().accept(worker, group, "take" + i).id();
        services.answers().submit(worker, held, new Answer.Text(one.text()), "give" + i);
        services.texts().progress(caller, jobs.get(one.piece()).id());
      }
      services.texts().settleAll();
      assertEquals(List.of(), services.ledgerCheck().check().faults());
      return IntStream.range(0, pieces)
          .mapToObj(
              i ->
                  new MergedPiece(
                      crowd.pieces().get(i).id(),
                      services
                          .store()
                          .read(handle -> PieceText.all(handle, jobs.get(i).id()))
                          .getFirst()
                          .words()))
          .toList();
    }
  }

  private static NewJob job(Services services, String requester, int number, int answers) {
    byte[] sound = {(byte) number, (byte) (number >> 8), 1};
    InputStream body = new ByteArrayInputStream(sound);
    String medium =
        services.media().add(requester, "audio/flac", body, OptionalDouble.empty()).id();
    return new NewJob(
        "interview " + number,
        "Transcribe 5 seconds of speech",
        "Write what you hear.",
        Locale.ENGLISH,
        Duration.ofSeconds(5),
        List.of(),
        answers,
        answers,
        OptionalInt.empty(),
        Money.of(18, "EUR"),
        6,
        OptionalDouble.empty(),
        OptionalLong.empty(),
        0,
        Duration.ofMinutes(6),
        NewGroup.AUTO_APPROVAL,
        Optional.empty(),
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(new NewJob.Piece(medium, 0, 5_000L)));
  }
}
