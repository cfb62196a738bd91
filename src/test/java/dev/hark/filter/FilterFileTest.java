package dev.hark.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterFileTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "keep: pay.lo >= 3            | line 3, column 7: there is no pay.lo. Did you mean"
            + " pay.low?",
        "keep: true && payy.low > 1   | line 3, column 15: there is no payy.low. Did you mean"
            + " pay.low?",
        "keep: pay.low >= me.floor *2 | line 3, column 27: a whole number and one with a point do"
            + " not go together. Write 2.0 for 2.",
        "keep: pay.low > \"a\"        | line 3, column 15: these two kinds of values do not go"
            + " together. Compare numbers with numbers and \"words\" with \"words\".",
        "keep: pay.low                | line 3, column 7: pay.low is neither true nor false."
            + " Compare it with something.",
        "keep: pay.known && pay.low   | line 3, column 20: pay.low is neither true nor false."
            + " Compare it with something.",
        "keep: (pay.known             | line 3, column 17: the expression cannot be understood from"
            + " here on. Check brackets, quotes and signs.",
        "keep: task.title.matches('') | line 3, column 25: there is no function matches. Take it"
            + " out.",
        "keep: 'task.title == \"it''s\" && x.y' | line 3, column 33: there is no x.y. hark filter"
            + " fields lists what there is.",
        "kepe: pay.known              | line 3, column 1: a filter file has no kepe. Did you mean"
            + " keep?",
        "keep: [pay.known             | line 4, column 1: this is not YAML. Check quotes, colons"
            + " and indentation there.",
        "keep: [pay.known]            | line 3, column 7: here should be words.",
        "keep: ''                     | line 3, column 7: here should be words.",
      })
  @Requirement("FLT-5")
  void aFaultNamesLineColumnAndRemedy(String line, String expected) throws IOException {
    Path file = write("mine", "name: mine\nsentence: It is mine.\n" + line + "\n");

    Fault.BadFile fault = assertThrows(Fault.BadFile.class, () -> FilterFile.read(file).compile());

    assertEquals(file + ", " + expected, ENGLISH.say(fault.sentence()));
    Wording.of(Locale.of("nl")).say(fault.sentence());
  }

  @Test
  @Requirement("FLT-5")
  void aFaultInAnExpressionOfSeveralLinesIsFoundOnItsOwnLine() throws IOException {
    for (String style : List.of("|", ">", ">-", "|+2")) {
      Path file =
          write(
              "long",
              "name: long\nsentence: Long.\nkeep: "
                  + style
                  + "  # a remark\n  pay.known &&\n\n  rating.low >= 3.0\n");

      Fault.BadFile fault =
          assertThrows(Fault.BadFile.class, () -> FilterFile.read(file).compile());

      assertEquals(
          file + ", line 6, column 3: there is no rating.low. Did you mean rating.lower?",
          ENGLISH.say(fault.sentence()),
          style);
    }
  }

  @Test
  @Requirement("FLT-5")
  void filesThatAreNoFiltersSaySo() throws IOException {
    assertEquals(
        "no keep",
        said(write("a", "name: a\nsentence: b\n")).replaceAll(".* has (no \\w+)\\..*", "$1"));
    said(write("b", ""));
    said(write("c", "- a\n- b\n"));
    said(write("d", "name: x\nname: y\n"));
    said(write("e", "a".repeat(70_000)));
    said(write("f", "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nname: [*b,*b]\n"));
    Path binary = folder.resolve("g.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    said(binary);
    said(folder.resolve("none.yaml"));
    said(write("h", "name: h\nsentence: s\nkeep: 'true'\nreasons: {pay.known: no}\n"));
    said(write("i", "name: h\nsentence: s\nkeep: pay.known\nreasons: {pay.known: {nl: nee}}\n"));
  }

  private static String said(Path file) {
    Fault.BadFile fault = assertThrows(Fault.BadFile.class, () -> FilterFile.read(file).compile());
    return ENGLISH.say(fault.sentence());
  }

  @Test
  @Requirement("FLT-4")
  void aUsersFileWinsOverTheShippedOneOfTheSameName() throws IOException {
    Path shipped = Files.createDirectory(folder.resolve("shipped"));
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(shipped.resolve("one.yaml"), "name: first\nsentence: s\nkeep: 'true'\n");
    Files.writeString(shipped.resolve("two.yaml"), "name: second\nsentence: s\nkeep: 'true'\n");
    Files.writeString(own.resolve("one.yml"), "name: my own\nsentence: s\nkeep: 'false'\n");
    FilterFolders folders = new FilterFolders(List.of(shipped, own, folder.resolve("not-there")));

    assertEquals("my own", ENGLISH.say(folders.file("one").name()));
    assertEquals("second", ENGLISH.say(folders.filter("two").name()));
    Fault.Usage unknown = assertThrows(Fault.Usage.class, () -> folders.file("tow"));
    assertEquals("There is no filter tow. Did you mean two?", ENGLISH.say(unknown.sentence()));
    Fault.Usage far = assertThrows(Fault.Usage.class, () -> folders.file("entirely"));
    assertEquals("There is no filter entirely. There are: one, two.", ENGLISH.say(far.sentence()));
  }

  @Test
  @Requirement("FLT-2")
  void everyPartThatFailsIsNamedInItsOwnOrTheFilesWords() throws IOException {
    NamedFilter filter =
        FilterFile.read(
                write(
                    "mine",
                    """
                    name: mine
                    sentence: It is mine.
                    keep: >-
                      task.minutes >= 10 && (task.language == "nl" || pay.high > 50)
                      && requester.approval > 0.99 && task.keywords.exists(k, k == "quiet")
                      && requester.days_to_pay < 1.5 && task.available > 9
                    reasons:
                      requester.approval>0.99: {en: approves too little, nl: keurt te weinig goed}
                    """))
            .compile();

    assertEquals(
        "6 minutes allowed; by its language; approves too little; by its keywords;"
            + " pays after about 2 days; 5 tasks left",
        PresetsTest.said(filter.judge(new FactsOf().facts())));
  }

  @Test
  @Requirement("FLT-3")
  void whatIsNotKnownNeitherPassesNorFailsInSilence() throws IOException {
    Facts untimed = new FactsOf().untimed().facts();

    assertEquals("pay per hour not known yet", judge("pay.low >= 1.0", untimed));
    assertEquals("pay per hour not known yet", judge("pay.low < 1.0", untimed));
    assertEquals("pay per hour not known yet", judge("!(pay.low >= 1.0)", untimed));
    assertEquals("kept", judge("!pay.known || pay.low >= 99.0", untimed));
    assertEquals("kept", judge("pay.low >= 99.0 || !pay.known", untimed));
    assertEquals("accessibility not marked", judge("rating.accessibility >= 3.0", untimed));
  }

  @Test
  @Requirement("PAY-23")
  void whatWasEarnedOnAverageCanBeAskedFor() throws IOException {
    Facts earned = new FactsOf().earned(1240, "EUR", true).facts();
    String average = "on average 12 euros 40 an hour, rejected and returned work counted";

    assertEquals("kept", judge("pay.average >= money(12.40, 'EUR')", earned));
    assertEquals(average, judge("pay.average >= me.floor", earned));
    assertEquals("pay per hour from what 12 workers earned", judge("pay.workers > 12", earned));
    assertEquals(
        "pay per hour on average not known yet",
        judge("pay.average >= 1.0", new FactsOf().facts()));
    assertEquals(
        "pay per hour from the times of 12 workers",
        judge("pay.workers > 12", new FactsOf().earned(0, "EUR", false).facts()));
  }

  @Test
  @Requirement("FLT-6")
  void hostileExpressionsCostLittleAndEndInAVerdictOrAFault() throws IOException {
    String ten = "[1,2,3,4,5,6,7,8,9,10]";
    String loops = "a + b + c + d + e > 0";
    for (String name : List.of("a", "b", "c", "d", "e")) {
      loops = ten + ".all(" + name + ", " + loops + ")";
    }
    String deep = "(".repeat(200) + "true" + ")".repeat(200);

    assertInstanceOf(Fault.BadFile.class, fault(loops));
    assertEquals(
        "the filter cannot work with this task", judge("1 / 0 == 1", new FactsOf().facts()));
    assertInstanceOf(Fault.BadFile.class, fault(deep));
    assertInstanceOf(Fault.BadFile.class, fault("true" + " && true".repeat(1000)));
  }

  private String judge(String keep, Facts facts) throws IOException {
    return PresetsTest.said(filter(keep).compile().judge(facts));
  }

  private Exception fault(String keep) throws IOException {
    FilterFile file = filter(keep);
    return assertThrows(Exception.class, file::compile);
  }

  private FilterFile filter(String keep) throws IOException {
    return FilterFile.read(write("x", "name: x\nsentence: s\nkeep: |\n  " + keep + "\n"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }
}
