package dev.hark.market.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.ImportedReviewJson;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewFileTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final String ID = "A1B2C3D4E5F6G7";
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

  @TempDir Path folder;
  private final List<Row> rows = new ArrayList<>();

  @Test
  @Requirement("IMP-1")
  void aTableOfSingleReviewsIsReadByTheNamesOfItsColumns() throws IOException {
    var summary =
        read(
            "\uFEFFrid;Requester"
                + " Name;user;fairness;FAST;pay;comm;tosViol;rejected;hits;reward;time;created_at;comment;mood\r\n"
                + ID
                + ";Old Archive;ann;5;0;;n/a;yes;some;12;$0.25;90;Oct 5 2014;"
                + "\"Clear; \"\"quick\"\",\nand =1+1\";happy\r\n\r\n");
    assertEquals(Set.of("mood"), summary.ignored());
    assertEquals("Turkopticon", summary.site());
    ImportedReviewJson review = review(0);
    assertEquals(Map.of("FAIRNESS", 5), review.marks());
    assertEquals("ann", review.reviewer());
    assertEquals("SOME", review.rejections());
    assertTrue(review.termsBroken());
    assertEquals(250_000L, review.rewardMicros());
    assertEquals(90L, review.seconds());
    assertEquals(12, review.tasks());
    assertEquals("Clear; \"quick\",\nand =1+1", review.words());
    assertEquals(Instant.parse("2014-10-05T00:00:00Z"), review.written());
    assertEquals(1, rows.size());
  }

  @Test
  @Requirement("IMP-1")
  void singleReviewsInJsonAreReadAsAListAMemberOrByRequester() throws IOException {
    String one = "{\"fair\": 4, \"pay\": null, \"comm\": 0, \"date\": \"2020-01-02 10:00:00 UTC\"";
    read("[" + one + ", \"requester_id\": \"" + ID + "\", \"id\": 7}]");
    read("{\"reviews\": [" + one + ", \"rid\": \"" + ID + "\"}]}");
    read("{\"" + ID + "\": [" + one + "}]}");
    assertEquals(3, rows.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(ID, review(i).requesterId());
      assertEquals(Map.of("FAIRNESS", 4), review(i).marks());
      assertEquals(Instant.parse("2020-01-02T10:00:00Z"), review(i).written());
    }
    assertEquals("review 7", review(0).reviewer());
  }

  @Test
  @Requirement("IMP-1")
  void eachSitesSumsAreRead() throws IOException {
    read(
        "{\""
            + ID
            + "\": {\"name\": \"Old\", \"attrs\": {\"comm\": \"4.16\", \"pay\": \"0.00\","
            + " \"fair\": \"4.80\", \"fast\": \"\"}, \"reviews\": 212, \"tos_flags\": 1,"
            + " \"pay_buckets\": [[\"$0-$4\",1],[\"$4-$7\",2],[\"$7-$10\",3],[\"$10-$15\",4],"
            + "[\"$15+\",5]]}, \"A9Z8Y7X6W5V4U3\": \"\"}");
    assertEquals(Map.of("COMMUNICATION", 4.16, "FAIRNESS", 4.8), aggregate(0).means());
    assertEquals(List.of(1, 2, 3, 4, 5), aggregate(0).payBuckets());
    read(
        "{\"data\": [{\"type\": \"requesters\", \"id\": \"7\", \"attributes\": {\"rid\": \""
            + ID
            + "\", \"name\": \"Old\", \"aggregates\": {\"all\": {\"reward\": [6.2, 1800, 14],"
            + " \"pending\": 86400.5, \"comm\": [3, 4, 14], \"recommend\": [9, 12, 14],"
            + " \"rejected\": [0, 14, 14], \"tos\": [2, 14], \"broken\": [1, 14]}}}}],"
            + " \"status\": 200}");
    assertEquals(6_200_000L, aggregate(1).rewardMicros());
    assertEquals(14, aggregate(1).reviews());
    assertEquals(List.of(9, 12, 14), aggregate(1).recommend());
    var summary =
        read(
            "{\"requesters\": {\""
                + ID
                + "\": {\"requester_name\": \"Old\", \"reviews\": 38, \"wages\": {\"average\":"
                + " {\"wage\": \"12.40\"}}, \"ratings\": {\"pay\": {\"text\": \"Generous\"},"
                + " \"comm\": {\"text\": null}}, \"rejections\": false, \"blocks\": 2}}}");
    assertEquals("TurkerView", summary.site());
    assertEquals(12_400_000L, aggregate(2).wageMicros());
    assertEquals(Map.of("pay", "Generous"), aggregate(2).texts());
    assertEquals(0, aggregate(2).rejections());
    read("requester_id,reviews,wage,pay_text\n" + ID + ",3,0.00,Fair\n");
    assertNull(aggregate(3).wageMicros());
    read("rid,name,comm,pay,fair,fast,reviews,tos_flags\n" + ID + ",Old,4.5,0.00,,3,9,0\n");
    assertEquals(Map.of("COMMUNICATION", 4.5, "SPEED", 3.0), aggregate(4).means());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1,3,no,2014-10-05 | rid | no requester's id",
        "A1B2C3D4E5F6G7,6,no,2014-10-05 | fair | use 1 to 5",
        "A1B2C3D4E5F6G7,=1+1,no,2014-10-05 | fair | use 1 to 5",
        "A1B2C3D4E5F6G7,3,perhaps,2014-10-05 | tos | neither yes nor no",
        "A1B2C3D4E5F6G7,3,no, | date | the day is missing",
        "A1B2C3D4E5F6G7,3,no,03/04/2015 | date | is no day",
        "A1B2C3D4E5F6G7,3,no,2026-03-03 | date | not between 2001 and now",
        "A1B2C3D4E5F6G7,3,no | '' | it has 3 cells",
      })
  @Requirement("IMP-12")
  void aRowThatMakesNoSenseIsToldByLineAndColumn(String row, String column, String why)
      throws IOException {
    read("rid,fair,tos,date\nA1B2C3D4E5F6G7,5,,2014-10-05\n" + row.strip() + "\n");
    Row.Broken broken = assertInstanceOf(Row.Broken.class, rows.get(1));
    assertEquals(3, broken.line());
    assertEquals(column.strip(), broken.column());
    assertTrue(ENGLISH.say(broken.why()).contains(why.strip()), ENGLISH.say(broken.why()));
  }

  @Test
  @Requirement({"IMP-10", "IMP-12"})
  void wordsEndAtTheirLimit() throws IOException {
    String head = "rid,date,words\n" + ID + ",2014-10-05,";
    read(head + "x".repeat(20_000) + "\n");
    assertEquals(20_000, Objects.requireNonNull(review(0).words()).length());
    read(head + "x".repeat(20_001) + "\n");
    assertInstanceOf(Row.Broken.class, rows.get(1));
    read(head + "a\0b\n");
    assertInstanceOf(Row.Broken.class, rows.get(2));
    read("[{\"rid\": \"" + ID + "\", \"date\": \"2014-10-05\", \"words\": \"\\ud800\"}]");
    assertInstanceOf(Row.Broken.class, rows.get(3));
  }

  @Test
  @Requirement("IMP-13")
  void aLineOfMillionsOfCharactersIsReadPast() throws IOException {
    Path file = folder.resolve("long.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("rid,date,words\n" + ID + ",2014-10-05,");
      String part = "x".repeat(1 << 16);
      for (int i = 0; i < 320; i++) {
        out.write(part);
      }
      out.write("\n" + ID + ",2014-10-05,short\n");
    }
    new ReviewFile(file, Optional.empty(), NOW).read(rows::add);
    assertInstanceOf(Row.Broken.class, rows.get(0));
    assertEquals("short", review(1).words());
  }

  @Test
  @Requirement("IMP-13")
  void aFileThatIsNoTableAndNoJsonIsRefusedInOneSentence() throws IOException {
    for (String bad :
        List.of(
            "",
            "   ",
            "rid,date,words\n" + ID + ",2014-10-05,\"open\nand on",
            "name,date\nx,y\n",
            "rid,fair\n" + ID + ",3\n",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "[{\"rid\": ",
            "[{\"rid\": 1e999999999999}]x",
            "{} {}",
            "[{\"words\": \"" + "x".repeat(300_000) + "\"}]")) {
      Fault.BadFile fault = assertThrows(Fault.BadFile.class, () -> read(bad));
      String sentence = ENGLISH.say(fault.sentence());
      assertTrue(sentence.endsWith(".") && sentence.length() < 300, sentence);
    }
    Path file = folder.resolve("latin.csv");
    Files.write(file, ("rid,date\n" + ID + ",caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(
        Fault.BadFile.class, () -> new ReviewFile(file, Optional.empty(), NOW).read(rows::add));
    assertThrows(
        Fault.BadFile.class,
        () -> new ReviewFile(folder.resolve("none"), Optional.empty(), NOW).read(rows::add));
  }

  @Test
  @Requirement("IMP-13")
  void anObjectThatHoldsTooMuchSpoilsItselfOnly() throws IOException {
    String good = "{\"rid\": \"" + ID + "\", \"date\": \"2014-10-05\"}";
    read("[{\"x\": [" + "0,".repeat(1_000_000) + "0]}, 7, " + good + "]");
    assertInstanceOf(Row.Broken.class, rows.get(0));
    assertInstanceOf(Row.Broken.class, rows.get(1));
    assertEquals(ID, review(2).requesterId());
  }

  private ReviewFile.Summary read(String text) throws IOException {
    Path file = folder.resolve("reviews");
    Files.writeString(file, text);
    return new ReviewFile(file, Optional.empty(), NOW).read(rows::add);
  }

  private ImportedReviewJson review(int at) {
    return assertInstanceOf(Row.Review.class, rows.get(at), () -> rows.get(at).toString()).json();
  }

  private ImportedAggregateJson aggregate(int at) {
    return assertInstanceOf(Row.Aggregate.class, rows.get(at), () -> rows.get(at).toString())
        .json();
  }
}
