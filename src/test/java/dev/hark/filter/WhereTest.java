package dev.hark.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.task.Money;
import dev.hark.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {
  private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
  private static final Wording DUTCH = Wording.of(Locale.of("nl"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pay.lou >= 14.0              | --where, line 1, column 1: there is no pay.lou. Did you"
            + " mean pay.low?",
        "pay.known && pay.low >=      | --where, line 1, column 24: the expression cannot be"
            + " understood from here on. Check brackets, quotes and signs.",
        "pay.low >= 'apples'          | --where, line 1, column 9: these two kinds of values do not"
            + " go together. Compare numbers with numbers and \"words\" with \"words\".",
        "pay.low > task.minutes       | --where, line 1, column 1: pay.low counts money an hour,"
            + " task.minutes counts minutes. Compare only what counts the same.",
        "pay.known && task.reward * 2.0 < me.floor | --where, line 1, column 14: task.reward * 2.0"
            + " counts money for a task, me.floor counts money an hour. Compare only what counts"
            + " the same.",
        "task.seconds + task.minutes > 3.0 | --where, line 1, column 1: task.seconds counts"
            + " seconds, task.minutes counts minutes. Compare only what counts the same.",
        "task.minutes <= money(3, \"EUR\") | --where, line 1, column 1: task.minutes counts"
            + " minutes, money(3, \"EUR\") counts money. Compare only what counts the same.",
        "pay.low >= money(14, \"apples\") | --where, line 1, column 17: money takes an amount and a"
            + " currency. Write it like money(14.71, \"EUR\").",
        "`                            ` | --where takes a condition, such as pay.low >= 14.0 or"
            + " task.language == \"nl\".",
      })
  @Requirement("FLT-9")
  void aFaultNamesColumnAndWhatIsMeant(String written, String expected) {
    Fault.Usage fault = assertThrows(Fault.Usage.class, () -> Where.options(List.of(written)));

    assertEquals(expected, ENGLISH.say(fault.sentence()));
    DUTCH.say(fault.sentence());
  }

  @Test
  @Requirement("FLT-9")
  void oneOfSeveralConditionsIsToldByItsNumber() {
    Fault.Usage fault =
        assertThrows(
            Fault.Usage.class, () -> Where.options(List.of("pay.known", "pay.known &&\n  x.y")));

    assertEquals(
        "--where number 2, line 2, column 3: there is no x.y. hark filter fields lists what there"
            + " is.",
        ENGLISH.say(fault.sentence()));
  }

  @Test
  @Requirement("FLT-6")
  void loopsThatWouldNeverEndAreRefusedOrGivenUpAndSaid() {
    String ten = "[1,2,3,4,5,6,7,8,9,10]";
    String endless = "true";
    String many = "true";
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")) {
      endless = ten + ".all(" + name + ", " + endless + ")";
      many = "task.keywords.all(" + name + ", " + many + ")";
    }
    String refused = endless;

    Fault.Usage fault =
        assertThrows(Fault.Usage.class, () -> Where.options(List.of("pay.known && " + refused)));

    assertEquals(
        "--where, line 1, column 14: the loops from here on would never end; at most 1,000 turns"
            + " for a task. Use fewer of them inside one another.",
        ENGLISH.say(fault.sentence()).replaceAll("column \\d+", "column 14"));
    assertEquals("the filter gives up after 1,000 turns of its loops", judged(many));
  }

  @Test
  @Requirement("FLT-10")
  void amountsWithACurrencyAreHeldAgainstPayInTheSameCurrency() {
    assertEquals("kept", judged("pay.low >= money(15, \"EUR\")"));
    assertEquals("about 15 to 19 euros an hour", judged("pay.low >= money(15.01, \"eur\")"));
    assertEquals("kept", judged("task.reward == money(0.18, \"EUR\")"));
    assertEquals("kept", judged("pay.low >= money(16, \"USD\") || task.reward > 1.0", 1.25));
    assertEquals("about 15 to 19 euros an hour", judged("pay.low >= money(16, \"USD\")", 1.0));
    assertEquals(
        "what 16 dollars is in euros is not known", judged("pay.low >= money(16, \"USD\")"));
  }

  @Test
  @Requirement("FLT-11")
  void conditionsAreToldInWords() {
    assertEquals(
        "pay per hour of at least your floor", ENGLISH.say(Where.of("pay.low >= me.floor").name()));
    assertEquals(
        "uurloon van minstens 14 euro 71",
        DUTCH.say(
            Where.of("me.floor <= pay.low")
                .conditions(Optional.of(Money.of(1471, "EUR")))
                .getFirst()));
    assertEquals(
        "language Dutch, time allowed of at most 30 minutes, no need for sight, share"
            + " approved of at least 95 percent, time to pay under 3 days and that you qualify",
        ENGLISH.say(
            Where.of(
                    "task.language == 'nl' && task.minutes <= 30.0 && !('sight' in task.needs)"
                        + " && requester.approval >= 0.95 && requester.days_to_pay < 3.0"
                        + " && me.qualified")
                .name()));
    assertEquals(
        "pay per hour that is not known or pay per hour over 12 dollars",
        ENGLISH.say(Where.of("!pay.known || pay.low > money(12, 'USD')").name()));
    assertEquals(
        "size(task.keywords) > 2", ENGLISH.say(Where.of("size(task.keywords) > 2").name()));
    for (Field field : Field.values()) {
      String part =
          switch (field.type()) {
            case YES_NO -> field.label() + " && !" + field.label();
            case COUNT -> field.label() + " > 1";
            case NUMBER -> field.label() + " > 1.5";
            case TEXT -> field.label() + " == 'x'";
            case TEXTS -> "'x' in " + field.label();
          };
      ENGLISH.say(Where.of(part).name());
      DUTCH.say(Where.of(part).name());
    }
  }

  private static String judged(String expression) {
    return PresetsTest.said(Where.of(expression).judge(new FactsOf().facts()));
  }

  private static String judged(String expression, double dollarsPerEuro) {
    return PresetsTest.said(
        Where.of(expression)
            .judge(
                new FactsOf()
                    .exchange(
                        (amount, currency) ->
                            Optional.of(
                                Money.of(
                                    Math.round(amount.minor() / dollarsPerEuro),
                                    currency.getCurrencyCode())))
                    .facts()));
  }
}
